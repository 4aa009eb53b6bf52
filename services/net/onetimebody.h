// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QIODevice>

namespace likeness {

/// The body of a request that must not be sent twice. Left alone, Qt 6.4 sends any request again, POST and
/// PUT too, up to four times, when the connection ends before an answer; it has to rewind the body for that,
/// and this one cannot be rewound, not even when it is empty. After an answer has begun Qt rewinds only to
/// have done so (statuses 307 and 308).
class OneTimeBody final : public QIODevice
{
    Q_OBJECT
public:
    explicit OneTimeBody(QByteArray bytes);

    bool isSequential() const override { return false; } // or Qt would keep a copy that can be rewound
    qint64 size() const override { return m_bytes.size(); }
    bool seek(qint64) override { return false; }
    bool reset() override { return m_answered; }
    void setAnswered() { m_answered = true; }

private:
    qint64 readData(char *data, qint64 maxSize) override;
    qint64 writeData(const char *, qint64) override { return -1; }

    QByteArray m_bytes;
    qsizetype m_read = 0;
    bool m_answered = false;
};

} // namespace likeness
