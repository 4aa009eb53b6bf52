// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "models/sync/curecommand.h"

#include "models/upload/handover.h"

#include <algorithm>

namespace likeness {

using namespace Qt::StringLiterals;

QString commandFor(const Cure &cure, const PersonKeys &person)
{
    const QString domain = person.mail.section(u'@', 1);
    const QString host = domain.isEmpty() ? u"example.com"_s : domain;
    const QString account = person.upn.isEmpty() ? person.key : person.upn;
    const QList<std::pair<QString, QString>> names {
        {u"{key}"_s, person.key},
        {u"{upn}"_s, account},
        {u"{file}"_s, person.key + u"-96.jpg"_s},
        {u"{ews}"_s, u"https://mail."_s + host + u"/ews/"_s},
        {u"{mysite}"_s, u"https://my."_s + host},
    };
    QString line;
    QStringView rest = cure.command;
    while (!rest.isEmpty()) { // one pass, so that what is filled in is never read as a place to fill
        const auto found
            = std::ranges::find_if(names, [rest](const auto &name) { return rest.startsWith(name.first); });
        if (found == names.end()) {
            line += rest.front();
            rest = rest.mid(1);
            continue;
        }
        line += powerShellQuoted(found->second);
        rest = rest.mid(found->first.size());
    }
    return line;
}

} // namespace likeness
