// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/sandbox/servers/ewsoperations.h"

namespace likeness {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostResolvedNames = 100;

/// As the directory resolves a name: each word begins one of the person's names.
bool isNamed(const Person &person, const QString &text)
{
    QStringList names = person.displayName.split(u' ');
    names += {person.displayName, person.givenName, person.surname, person.keys.key, person.keys.mail};
    const QStringList words = text.split(u' ', Qt::SkipEmptyParts);
    return !words.isEmpty() && std::all_of(words.cbegin(), words.cend(), [&names](const QString &word) {
        return std::any_of(names.cbegin(), names.cend(),
            [&word](const QString &name) { return name.startsWith(word, Qt::CaseInsensitive); });
    });
}

QList<Person> peopleNamed(const SandboxWorld &world, const QString &text)
{
    QList<Person> found;
    for (const Person &person : world.people()) {
        if (isNamed(person, text))
            found += person;
    }
    return found;
}

QString contactElement(const SandboxWorld &world, const Person &person, bool withPhoto)
{
    const QByteArray photo = world.photos(person.keys.key).directory.value_or(QByteArray());
    const QString data = withPhoto && !photo.isEmpty()
        ? u"<t:Photo>%1</t:Photo>"_s.arg(QString::fromLatin1(photo.toBase64()))
        : QString();
    return u"<t:Contact><t:DisplayName>%1</t:DisplayName><t:GivenName>%2</t:GivenName><t:EmailAddresses>"
           "<t:Entry Key=\"EmailAddress1\">SMTP:%3</t:Entry></t:EmailAddresses>"
           "<t:ContactSource>ActiveDirectory</t:ContactSource><t:Department>%4</t:Department>"
           "<t:JobTitle>%5</t:JobTitle><t:Surname>%6</t:Surname><t:Alias>%7</t:Alias>%8</t:Contact>"_s.arg(
               person.displayName.toHtmlEscaped(), person.givenName.toHtmlEscaped(), person.keys.mail,
               person.department.toHtmlEscaped(), person.title.toHtmlEscaped(),
               person.surname.toHtmlEscaped(), person.keys.key, data);
}

QString resolutionElement(const Person &person, const QString &contact)
{
    return u"<t:Resolution><t:Mailbox><t:Name>%1</t:Name><t:EmailAddress>%2</t:EmailAddress>"
           "<t:RoutingType>SMTP</t:RoutingType><t:MailboxType>Mailbox</t:MailboxType></t:Mailbox>%3"
           "</t:Resolution>"_s.arg(person.displayName.toHtmlEscaped(), person.keys.mail, contact);
}

QString personaElement(const Person &person)
{
    const QString name = person.displayName.toHtmlEscaped();
    return u"<t:Persona><t:PersonaId Id=\"%1\"/><t:PersonaType>Person</t:PersonaType>"
           "<t:DisplayName>%2</t:DisplayName><t:GivenName>%3</t:GivenName><t:Surname>%4</t:Surname>"
           "<t:Title>%5</t:Title><t:Department>%6</t:Department><t:EmailAddress><t:Name>%2</t:Name>"
           "<t:EmailAddress>%7</t:EmailAddress><t:RoutingType>SMTP</t:RoutingType>"
           "<t:MailboxType>Mailbox</t:MailboxType></t:EmailAddress><t:RelevanceScore>1</t:RelevanceScore>"
           "</t:Persona>"_s.arg(person.keys.objectGuid, name, person.givenName.toHtmlEscaped(),
               person.surname.toHtmlEscaped(), person.title.toHtmlEscaped(),
               person.department.toHtmlEscaped(), person.keys.mail);
}

} // namespace

SandboxReply resolveNames(const SandboxWorld &world, const EwsRequest &request)
{
    const QMap<QString, QString> &attributes = request.operation.attributes;
    if (!attributes.contains(u"ReturnFullContactData"_s))
        return ewsFaultReply(request.soap,
            {u"ErrorSchemaValidation"_s, u"The required attribute 'ReturnFullContactData' is missing."_s});
    if (const auto fault
        = schemaFault(request.operation, {{u"ParentFolderIds"_s, false}, {u"UnresolvedEntry"_s}}))
        return ewsFaultReply(request.soap, *fault);
    const QString entry = request.operation.textOf(u"UnresolvedEntry"_s);
    const qsizetype prefix = entry.indexOf(u':') + 1; // "smtp:" and "sip:" look for addresses
    const QList<Person> found = peopleNamed(world, entry.mid(prefix));
    const bool full = attributes.value(u"ReturnFullContactData"_s) == "true"_L1;
    const bool photos = attributes.value(u"ContactDataShape"_s) == "AllProperties"_L1;
    EwsOutcome outcome;
    if (found.isEmpty())
        outcome = {u"ErrorNameResolutionNoResults"_s, u"No results were found."_s};
    else if (found.size() > 1)
        outcome = {u"ErrorNameResolutionMultipleResults"_s, u"Multiple results were found."_s};
    QString set;
    for (const Person &person : found.first(std::min(found.size(), mostResolvedNames)))
        set += resolutionElement(person, full ? contactElement(world, person, photos) : QString());
    if (!found.isEmpty())
        set = u"<m:ResolutionSet TotalItemsInView=\"%1\" IncludesLastItemInRange=\"true\">%2</m:ResolutionSet>"_s
                  .arg(QString::number(found.size()), set);
    return ewsReply(world.settings(), request.soap,
        u"<m:ResolveNamesResponse xmlns:m=\"%1\"><m:ResponseMessages>%2%3</m:ResolveNamesResponseMessage>"
        "</m:ResponseMessages></m:ResolveNamesResponse>"_s.arg(ewsMessages,
            responseStart(
                u"ResolveNamesResponseMessage"_s, outcome, found.size() > 1 ? u"Warning"_s : QString()),
            set));
}

/// Only the global address list: ParentFolderId "directory", which needs a QueryString.
SandboxReply findPeople(const SandboxWorld &world, const EwsRequest &request)
{
    if (const auto fault = schemaFault(request.operation,
            {{u"PersonaShape"_s, false}, {u"IndexedPageItemView"_s}, {u"Restriction"_s, false},
                {u"AggregationRestriction"_s, false}, {u"SortOrder"_s, false}, {u"ParentFolderId"_s, false},
                {u"QueryString"_s, false}}))
        return ewsFaultReply(request.soap, *fault);
    const XmlElement *parent = request.operation.child(u"ParentFolderId"_s);
    const XmlElement *folder = parent ? parent->child(u"DistinguishedFolderId"_s) : nullptr;
    const QString query = request.operation.textOf(u"QueryString"_s);
    if (!folder || folder->attributes.value(u"Id"_s) != "directory"_L1 || query.isEmpty())
        return ewsFaultReply(
            request.soap, {u"ErrorInvalidArgument"_s, u"A query in the folder 'directory' is needed."_s});
    const QList<Person> found = peopleNamed(world, query);
    const auto view = request.operation.child(u"IndexedPageItemView"_s)->attributes;
    const qsizetype offset = std::clamp<qsizetype>(view.value(u"Offset"_s).toInt(), 0, found.size());
    const qsizetype most = view.contains(u"MaxEntriesReturned"_s)
        ? std::max(view.value(u"MaxEntriesReturned"_s).toInt(), 0)
        : 1000;
    QString people;
    for (const Person &person : found.mid(offset, most))
        people += personaElement(person);
    return ewsReply(world.settings(), request.soap,
        responseStart(u"FindPeopleResponse"_s, {})
            + u"<m:People>%1</m:People><m:TotalNumberOfPeopleInView>%2</m:TotalNumberOfPeopleInView>"
              "<m:FirstMatchingRowIndex>0</m:FirstMatchingRowIndex><m:FirstLoadedRowIndex>%3"
              "</m:FirstLoadedRowIndex></m:FindPeopleResponse>"_s.arg(
                  people, QString::number(found.size()), QString::number(offset)));
}

} // namespace likeness
