// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/base/result.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QStringList>
#include <initializer_list>
#include <optional>
#include <span>

namespace likeness {

/// Takes typed fields out of one JSON object and remembers the first that is wrong, with its path
/// ("endpoints[1].url"). Read everything, then ask error(); until then wrong fields read as their defaults.
class JsonFields
{
public:
    JsonFields(const QJsonObject &object, const QString &path);

    /// A word of the file and what it stands for; the index into the table is the value.
    using Words = std::span<const char *const>;

    QString text(const QString &key, const QString &whenMissing = {});
    QString neededText(const QString &key);
    bool flag(const QString &key, bool whenMissing);
    qsizetype number(const QString &key, qsizetype whenMissing, qsizetype least, qsizetype most);
    int word(const QString &key, Words words, int whenMissing);
    int neededWord(const QString &key, Words words);

    /// Lists; missing = empty.
    QJsonArray array(const QString &key);
    QStringList texts(const QString &key);
    QList<int> words(const QString &key, Words words);
    QList<int> numbers(const QString &key, int least, int most);
    /// Keys beyond these are errors.
    void refuseOthers(std::initializer_list<QLatin1String> known);

    bool has(const QString &key) const { return m_object.contains(key); }
    void refuse(const QString &key, const QString &why);
    const std::optional<Error> &error() const { return m_error; }

private:
    QJsonObject m_object;
    QString m_path;
    std::optional<Error> m_error;
};

} // namespace likeness
