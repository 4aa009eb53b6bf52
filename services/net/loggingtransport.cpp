// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/net/loggingtransport.h"

#include "services/log/categories.h"
#include "services/net/replyheaders.h"

#include <QElapsedTimer>
#include <QStringList>
#include <QUrlQuery>
#include <QUuid>

namespace likeness {
namespace {

using namespace Qt::StringLiterals;

/// The names in a query are ours, the values are people's.
QString loggedAddress(const QUrl &url)
{
    QStringList names;
    const auto items = QUrlQuery(url).queryItems();
    for (const auto &item : items)
        names.append(item.first);
    const QString address = url.toString(QUrl::RemoveQuery | QUrl::RemoveFragment | QUrl::RemoveUserInfo);
    return names.isEmpty() ? address : address % u'?' % names.join(u'&');
}

QString loggedAnswer(const Result<HttpReply> &result)
{
    if (!result)
        return u"failed: "_s % result.error().detail;
    const QString trace = serverTraceOf(*result);
    return QString::number(result->status) % u", " % QString::number(result->body.size()) % u" bytes"
        % (trace.isEmpty() ? QString() : u"; " % trace);
}

} // namespace

class LoggingTransport::Call final : public JobOf<HttpReply>
{
    Q_OBJECT
public:
    Call(HttpTransport &inner, HttpRequest request)
        : m_inner(inner)
        , m_request(std::move(request))
    {
    }

private:
    void doStart() override
    {
        m_clock.start();
        if (!headerOf(m_request.headers, "client-request-id")) {
            const QByteArray id = QUuid::createUuid().toByteArray(QUuid::WithoutBraces);
            m_request.headers.emplace_back("client-request-id", id);
            m_request.headers.emplace_back("return-client-request-id", "true");
        }
        attempt(m_inner.send(m_request), &Call::answered);
    }
    void doCancel() override
    {
        JobOf::doCancel();
        if (m_clock.isValid())
            log(u"let go"_s);
    }
    void answered(const Result<HttpReply> &result)
    {
        log(loggedAnswer(result));
        finish(result);
    }
    void log(const QString &end) const
    {
        qCInfo(logNet).noquote() << m_request.verb << loggedAddress(m_request.url) << m_request.body.size()
                                 << "bytes ->" << end << "in" << m_clock.elapsed() << "ms; ours"
                                 << headerOf(m_request.headers, "client-request-id").value_or(QByteArray());
    }

    HttpTransport &m_inner;
    HttpRequest m_request;
    QElapsedTimer m_clock;
};

LoggingTransport::LoggingTransport(std::unique_ptr<HttpTransport> inner)
    : m_inner(std::move(inner))
{
}

JobPtr<HttpReply> LoggingTransport::send(const HttpRequest &request)
{
    return JobPtr<HttpReply>(new Call(*m_inner, request));
}

} // namespace likeness

#include "loggingtransport.moc"
