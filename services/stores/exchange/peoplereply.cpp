// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/stores/exchange/peoplereply.h"

#include "services/stores/exchange/soapreply.h"

namespace likeness {

using namespace Qt::StringLiterals;

namespace {

/// `about` holds what is known of the person, `mailbox` their address.
std::optional<Person> ewsPerson(const XmlNode *about, const XmlNode *mailbox)
{
    const QString address = mailbox ? mailbox->childText(u"EmailAddress") : QString();
    const QString routing = mailbox ? mailbox->childText(u"RoutingType") : QString();
    if (!address.contains(u'@') || (!routing.isEmpty() && routing != u"SMTP"))
        return std::nullopt;
    const auto text = [about](QStringView name) { return about ? about->childText(name) : QString(); };
    Person person;
    person.keys.mail = address;
    person.keys.key = address;
    person.displayName = text(u"DisplayName").isEmpty() ? mailbox->childText(u"Name") : text(u"DisplayName");
    person.givenName = text(u"GivenName");
    person.surname = text(u"Surname");
    person.title = text(u"JobTitle").isEmpty() ? text(u"Title") : text(u"JobTitle");
    person.department = text(u"Department");
    return person;
}

} // namespace

Result<EwsPeople> resolveNamesReply(const HttpReply &reply)
{
    const Result<SoapAnswer> answer = soapAnswer(reply);
    if (!answer)
        return answer.error();
    const XmlNode &message = ewsMessage(answer->content);
    if (message.childText(u"ResponseCode") == u"ErrorNameResolutionNoResults")
        return EwsPeople {};
    if (const Result<Done> verdict = ewsVerdict(message, reply); !verdict)
        return verdict.error();
    EwsPeople found;
    const XmlNode *set = message.child(u"ResolutionSet");
    found.rows = set ? static_cast<int>(set->children.size()) : 0;
    found.complete = !set || set->attribute(u"IncludesLastItemInRange") != u"false";
    for (const XmlNode &each : set ? set->children : QList<XmlNode>()) {
        if (const auto person = ewsPerson(each.child(u"Contact"), each.child(u"Mailbox")))
            found.people.append(*person);
    }
    return found;
}

Result<EwsPeople> findPeopleReply(const HttpReply &reply, int offset)
{
    const Result<SoapAnswer> answer = soapAnswer(reply);
    if (!answer)
        return answer.error();
    const XmlNode &message = ewsMessage(answer->content);
    if (const Result<Done> verdict = ewsVerdict(message, reply); !verdict)
        return verdict.error();
    EwsPeople found;
    const XmlNode *people = message.child(u"People");
    for (const XmlNode &each : people ? people->children : QList<XmlNode>()) {
        if (const auto person = ewsPerson(&each, each.child(u"EmailAddress")))
            found.people.append(*person);
    }
    found.rows = people ? static_cast<int>(people->children.size()) : 0;
    const int total = message.childText(u"TotalNumberOfPeopleInView").toInt();
    found.complete = found.rows == 0 || total - found.rows <= offset;
    return found;
}

} // namespace likeness
