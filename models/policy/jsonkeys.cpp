// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "models/policy/jsonkeys.h"

#include <QJsonArray>
#include <QJsonObject>
#include <algorithm>

namespace likeness {

namespace {

qsizetype keysKept(const QJsonValue &value)
{
    qsizetype keys = 0;
    if (value.isArray()) {
        const QJsonArray array = value.toArray();
        for (const auto &each : array)
            keys += keysKept(each);
    } else if (value.isObject()) {
        const QJsonObject object = value.toObject();
        keys += object.size();
        for (const auto &each : object)
            keys += keysKept(each);
    }
    return keys;
}

/// Strings that a colon follows, in a text that has been read without an error.
qsizetype keysWritten(const QByteArray &json)
{
    qsizetype keys = 0;
    for (auto at = json.cbegin(); at != json.cend(); ++at) {
        if (*at != '"')
            continue;
        for (++at; at != json.cend() && *at != '"'; ++at) {
            if (*at == '\\' && at + 1 != json.cend())
                ++at;
        }
        if (at == json.cend())
            break;
        const auto next = std::find_if(at + 1, json.cend(),
            [](char each) { return each != ' ' && each != '\t' && each != '\r' && each != '\n'; });
        if (next != json.cend() && *next == ':')
            ++keys;
    }
    return keys;
}

} // namespace

bool namesKeyTwice(const QByteArray &json, const QJsonDocument &document)
{
    const QJsonValue whole
        = document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object());
    return keysWritten(json) != keysKept(whole);
}

} // namespace likeness
