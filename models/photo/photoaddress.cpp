// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "models/photo/photoaddress.h"

#include "models/import/namepattern.h"

#include <QStringList>
#include <functional>

namespace likeness {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestPhotoAddress = 2000; ///< characters; more than servers take

/// Nullopt = a name that stores are not told.
std::optional<QString> keyOfPart(NamePart part, const PersonKeys &person)
{
    switch (part) {
    case NamePart::AccountName:
        return person.key;
    case NamePart::Mail:
        return person.mail;
    case NamePart::Upn:
        return person.upn;
    case NamePart::GivenName:
    case NamePart::Surname:
    case NamePart::DisplayName:
    case NamePart::EmployeeId:
        break;
    }
    return std::nullopt;
}

/// What stands in for a placeholder, by its name.
using Filling = std::function<Result<QByteArray>(const QString &name)>;

Result<QUrl> filledAddress(const QString &text, const Filling &fill)
{
    QByteArray made;
    for (qsizetype at = 0; at < text.size(); ++at) {
        if (text[at] == u'}')
            return Error {Errc::BadInput, u"has a brace that is closed only"_s};
        if (text[at] != u'{') {
            made += QString(text[at]).toUtf8();
            continue;
        }
        const qsizetype end = text.indexOf(u'}', at);
        if (end < 0)
            return Error {Errc::BadInput, u"has a brace that is opened only"_s};
        const Result<QByteArray> value = fill(text.mid(at + 1, end - at - 1).trimmed());
        if (!value)
            return value.error();
        made += *value;
        at = end;
    }
    return QUrl::fromEncoded(made, QUrl::StrictMode);
}

Error notAnAddress()
{
    return {Errc::BadInput,
        u"must be https://SERVER/… with at least one of "_s + PhotoAddress::placeholders().join(u", "_s)
            + u" behind the server's name"_s};
}

} // namespace

QStringList PhotoAddress::placeholders()
{
    return {u"{sAMAccountName}"_s, u"{mail}"_s, u"{upn}"_s};
}

Result<PhotoAddress> PhotoAddress::parsed(const QString &text)
{
    const QString trimmed = text.trimmed();
    const Result<QUrl> sample = filledAddress(trimmed, [](const QString &name) -> Result<QByteArray> {
        const std::optional<NamePart> part = namePartOf(name);
        if (!part || !keyOfPart(*part, {}))
            return Error {Errc::BadInput,
                u"{%1} is no placeholder; there are %2"_s.arg(name, placeholders().join(u", "_s))};
        return QByteArray("x");
    });
    if (!sample)
        return sample.error();
    constexpr QLatin1StringView scheme {"https://"};
    const qsizetype host = scheme.size();
    const qsizetype path = trimmed.indexOf(u'/', host);
    const bool fixedServer = path > host && trimmed.indexOf(u'{') > path;
    if (!trimmed.startsWith(scheme) || !fixedServer || !sample->isValid() || sample->host().isEmpty()
        || sample->hasFragment() || trimmed.size() > longestPhotoAddress)
        return notAnAddress();
    if (!sample->userInfo().isEmpty())
        return Error {Errc::BadInput, u"must not hold a name or password: the picture is for everybody"_s};
    PhotoAddress address;
    address.m_text = trimmed;
    return address;
}

Result<QUrl> PhotoAddress::of(const PersonKeys &person) const
{
    return filledAddress(m_text, [&person](const QString &name) -> Result<QByteArray> {
        const QString value = keyOfPart(*namePartOf(name), person).value_or(QString());
        if (value.isEmpty())
            return Error {Errc::NotFound, u"'%1' has no {%2}"_s.arg(person.key, name)};
        if (value.count(u'.') == value.size()) // . and .. mean another folder, encoded or not
            return Error {Errc::NotFound, u"'%1' cannot stand in an address"_s.arg(value)};
        return QUrl::toPercentEncoding(value);
    });
}

} // namespace likeness
