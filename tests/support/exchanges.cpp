// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "tests/support/exchanges.h"

#include <QFile>

namespace likeness::test {

namespace {

std::pair<QByteArray, QByteArray> cutAt(const QByteArray &text, const QByteArray &mark)
{
    const qsizetype at = text.indexOf(mark);
    return at < 0 ? std::pair(text, QByteArray()) : std::pair(text.left(at), text.mid(at + mark.size()));
}

} // namespace

HttpReply replyFromText(const QByteArray &text)
{
    const auto [head, body] = cutAt(text, "\n\n");
    const auto [statusLine, headers] = cutAt(head, "\n");
    HttpReply reply;
    reply.status = statusLine.split(' ').value(1).toInt();
    for (const QByteArray &line : headers.split('\n')) {
        const auto [name, value] = cutAt(line, ":");
        if (!name.isEmpty())
            reply.headers.append({name, value.trimmed()});
    }
    reply.body = body.endsWith('\n') ? body.chopped(1) : body;
    return reply;
}

QByteArray textOf(const HttpRequest &request)
{
    QByteArray text = request.verb + ' ' + request.url.toEncoded() + " HTTP/1.1\n";
    for (const auto &[name, value] : request.headers)
        text += name + ": " + value + '\n';
    text += '\n' + request.body;
    return text.endsWith('\n') ? text : text + '\n';
}

QByteArray exchange(const QString &name)
{
    QFile file(QStringLiteral(LIKENESS_EXCHANGES "/") + name);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("no exchange %s", qUtf8Printable(name));
    return file.readAll();
}

} // namespace likeness::test
