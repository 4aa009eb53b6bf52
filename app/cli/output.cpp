// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "app/cli/output.h"

#include "ui/common/errorwords.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <unistd.h>

namespace likeness {

namespace {

using namespace Qt::StringLiterals;

/// What a terminal must never be told by a name or a server: control characters.
QString plainText(QString text)
{
    for (QChar &letter : text) {
        if (letter.category() == QChar::Other_Control && letter != u'\n')
            letter = u' ';
    }
    return text;
}

} // namespace

Output::Output(bool json)
    : m_json(json)
    , m_showsProgress(!json && ::isatty(STDERR_FILENO))
{
}

void Output::say(std::FILE *stream, const QString &text)
{
    const QByteArray bytes = plainText(text).toUtf8() + '\n';
    std::fwrite(bytes.constData(), 1, static_cast<size_t>(bytes.size()), stream);
    std::fflush(stream);
}

void Output::endProgress()
{
    if (std::exchange(m_progressShown, false))
        std::fputs("\r\x1b[K", stderr);
}

void Output::line(const QString &text)
{
    endProgress();
    if (!m_json)
        say(stdout, text);
}

void Output::note(const QString &text)
{
    endProgress();
    if (!m_json)
        say(stderr, text);
}

void Output::progress(const QString &text)
{
    if (!m_showsProgress)
        return;
    const QByteArray bytes = "\r\x1b[K" + plainText(text).toUtf8();
    std::fputs(bytes.constData(), stderr);
    m_progressShown = true;
}

bool Output::confirmed(const QString &question)
{
    endProgress();
    if (m_json || !::isatty(STDIN_FILENO))
        return false;
    //: After a question on the terminal; the letter in capitals is the answer when only Return is pressed.
    const QByteArray asked
        = (question + u' ' + QCoreApplication::translate("Output", "[y/N]") + u' ').toUtf8();
    std::fputs(asked.constData(), stderr);
    char answer[16] {};
    if (!std::fgets(answer, sizeof answer, stdin))
        return false;
    //: The first letter of "yes", as it is typed after [y/N].
    const QString yes = QCoreApplication::translate("Output", "y");
    return QString::fromLocal8Bit(answer).startsWith(yes, Qt::CaseInsensitive);
}

void Output::object(const QJsonObject &answer)
{
    if (m_json)
        announcement(answer);
}

void Output::announcement(const QJsonObject &facts)
{
    endProgress();
    const QByteArray bytes = QJsonDocument(facts).toJson(QJsonDocument::Compact) + '\n';
    std::fwrite(bytes.constData(), 1, static_cast<size_t>(bytes.size()), stdout);
    std::fflush(stdout);
}

void Output::failure(const Error &error, const QString &where)
{
    object({{u"error"_s, jsonOf(error, where)}});
    if (error.code == Errc::BadInput && !error.detail.isEmpty())
        return note(
            error.detail); // what was given to us: the detail says what is wrong with it, nothing else helps
    const ErrorWords words = wordsFor(error, where);
    note(words.title + u". "_s + words.sentences());
    if (!error.detail.isEmpty())
        //: %1 is technical English, for an administrator.
        note(QCoreApplication::translate("Output", "Details: %1").arg(error.detail));
}

void Output::usage(const QString &sentence)
{
    object({{u"error"_s, QJsonObject {{u"code"_s, u"usage"_s}, {u"title"_s, sentence}}}});
    note(sentence);
    //: %1 is the name of the program.
    note(QCoreApplication::translate("Output", "Try “%1 --help”.").arg(QCoreApplication::applicationName()));
}

QString timeText(const QDateTime &moment)
{
    return moment.toLocalTime().toString(u"yyyy-MM-dd HH:mm"_s);
}

QJsonObject jsonOf(const Error &error, const QString &where)
{
    const ErrorWords words = wordsFor(error, where);
    QJsonObject json {{u"code"_s, errorName(error.code)}, {u"title"_s, words.title},
        {u"sentence"_s, words.sentences()}, {u"detail"_s, error.detail}};
    if (!error.serverTrace.isEmpty())
        json.insert("serverTrace"_L1, error.serverTrace);
    if (!error.handover.isEmpty())
        json.insert("handover"_L1, error.handover);
    if (error.retryAfter)
        json.insert("retryAfterSeconds"_L1, static_cast<qint64>(error.retryAfter->count()));
    return json;
}

} // namespace likeness
