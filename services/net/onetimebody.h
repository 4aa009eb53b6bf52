// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QIODevice>

namespace likeness {

/// The body of a request that must not be sent twice. Left alone, Qt 6.4 sends any request again, POST and
/// PUT too, up to four times, when the connection ends before an answer; it has to rewind the body for that,
/// and this one cannot be rewound, not even when it is empty. For a redirect that keeps the verb (307 and
/// 308) Qt rewinds only to have done so. After other answers it must not: where the connection ends right
/// after an answer has begun, Qt may already be about to send the request again.
class OneTimeBody final : public QIODevice
{
    Q_OBJECT
public:
    explicit OneTimeBody(QByteArray bytes);

    bool isSequential() const override { return false; } // or Qt would keep a copy that can be rewound
    qint64 size() const override { return m_bytes.size(); }
    bool seek(qint64) override { return false; }
    bool reset() override { return m_redirected; }
    void setRedirected() { m_redirected = true; }

private:
    qint64 readData(char *data, qint64 maxSize) override;
    qint64 writeData(const char *, qint64) override { return -1; }

    QByteArray m_bytes;
    qsizetype m_read = 0;
    bool m_redirected = false;
};

} // namespace likeness
