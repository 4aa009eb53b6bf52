// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/base/jsonfields.h"
#include "services/settings/endpointsettings.h"

#include <array>

namespace likeness {

/// The words of an organisation file; the index is the enum's value.
namespace endpointwords {
inline constexpr std::array<const char *, 8> kinds {"activeDirectory", "ldap", "folder", "exchange",
    "microsoft365", "sharePoint", "webAddress", "skypeForBusiness"};
inline constexpr std::array<const char *, 3> tls {"ldaps", "startTls", "sealed"};
inline constexpr std::array<const char *, 7> signIns {
    "simple", "gssapi", "gss-spnego", "basic", "negotiate", "ntlm", "oauth"};
inline constexpr std::array<const char *, 5> versions {"2013", "2016", "2019", "subscription", "online"};
inline constexpr std::array<const char *, 5> clouds {
    "global", "usGovernment", "usDefense", "china", "custom"};

template <std::size_t Size, class Enum>
QString wordOf(const std::array<const char *, Size> &words, Enum value)
{
    return QString::fromLatin1(words.at(static_cast<std::size_t>(value)));
}
} // namespace endpointwords

/// What is particular to one family of endpoints; wrong fields are noted in `fields`.
void readDirectoryFields(JsonFields &fields, EndpointSettings &endpoint);
void readWebFields(JsonFields &fields, EndpointSettings &endpoint);

/// Writes a value unless it is the usual one and the file did not name it.
void putUnlessUsual(
    QJsonObject &object, const QString &key, const QJsonValue &value, const QJsonValue &usual);
void putDirectoryFields(QJsonObject &object, const EndpointSettings &endpoint);
void putWebFields(QJsonObject &object, const EndpointSettings &endpoint);

} // namespace likeness
