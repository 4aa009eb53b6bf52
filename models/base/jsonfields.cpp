// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "models/base/jsonfields.h"

#include <algorithm>
#include <cmath>

namespace likeness {

using namespace Qt::StringLiterals;

JsonFields::JsonFields(const QJsonObject &object, const QString &path)
    : m_object(object)
    , m_path(path)
{
}

QString JsonFields::text(const QString &key, const QString &whenMissing)
{
    const QJsonValue value = m_object.value(key);
    if (value.isUndefined())
        return whenMissing;
    if (!value.isString())
        refuse(key, u"must be a text in quotes"_s);
    return value.toString(whenMissing);
}

QString JsonFields::neededText(const QString &key)
{
    const QString value = text(key);
    if (!has(key))
        refuse(key, u"is missing"_s);
    else if (value.trimmed().isEmpty())
        refuse(key, u"must not be empty"_s);
    return value;
}

bool JsonFields::flag(const QString &key, bool whenMissing)
{
    const QJsonValue value = m_object.value(key);
    if (!value.isUndefined() && !value.isBool())
        refuse(key, u"must be true or false"_s);
    return value.toBool(whenMissing);
}

qsizetype JsonFields::number(const QString &key, qsizetype whenMissing, qsizetype least, qsizetype most)
{
    const QJsonValue value = m_object.value(key);
    if (value.isUndefined())
        return whenMissing;
    const double number = value.toDouble(-1);
    if (!value.isDouble() || number != std::floor(number) || number < static_cast<double>(least)
        || number > static_cast<double>(most)) {
        refuse(key, u"must be a whole number from %1 to %2"_s.arg(least).arg(most));
        return whenMissing;
    }
    return static_cast<qsizetype>(number);
}

int JsonFields::word(const QString &key, Words words, int whenMissing)
{
    if (!has(key))
        return whenMissing;
    QStringList allowed;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const QString candidate = QString::fromLatin1(words[i]);
        if (m_object.value(key).toString() == candidate)
            return static_cast<int>(i);
        allowed.append(u'"' + candidate + u'"');
    }
    refuse(key, u"must be one of "_s + allowed.join(u", "_s));
    return whenMissing;
}

int JsonFields::neededWord(const QString &key, Words words)
{
    if (!has(key))
        refuse(key, u"is missing"_s);
    return word(key, words, 0);
}

QJsonArray JsonFields::array(const QString &key)
{
    const QJsonValue value = m_object.value(key);
    if (!value.isUndefined() && !value.isArray())
        refuse(key, u"must be a list"_s);
    return value.toArray();
}

QStringList JsonFields::texts(const QString &key)
{
    QStringList texts;
    const QJsonArray all = array(key);
    for (const auto &each : all) {
        if (each.toString().isEmpty())
            refuse(key, u"must hold texts in quotes"_s);
        texts.append(each.toString());
    }
    return texts;
}

QList<int> JsonFields::words(const QString &key, Words words)
{
    QList<int> found;
    const QJsonArray all = array(key);
    for (const auto &each : all) {
        JsonFields one({{key, QJsonValue(each)}}, m_path);
        found.append(one.word(key, words, 0));
        if (one.error() && !m_error)
            m_error = one.error();
    }
    return found;
}

QList<int> JsonFields::numbers(const QString &key, int least, int most)
{
    QList<int> found;
    const QJsonArray all = array(key);
    for (const auto &each : all) {
        const double number = each.toDouble(least - 1);
        if (number < least || number > most || number != std::floor(number))
            refuse(key, u"must hold whole numbers from %1 to %2"_s.arg(least).arg(most));
        found.append(static_cast<int>(number));
    }
    return found;
}

void JsonFields::refuseOthers(std::initializer_list<QLatin1String> known)
{
    for (const QString &key : m_object.keys()) {
        if (std::find(known.begin(), known.end(), key) == known.end())
            refuse(key, u"is not known here"_s);
    }
}

void JsonFields::refuse(const QString &key, const QString &why)
{
    const QString path = m_path.isEmpty() ? key : m_path + u'.' + key;
    if (!m_error)
        m_error = Error {Errc::BadInput, path + u": "_s + why};
}

} // namespace likeness
