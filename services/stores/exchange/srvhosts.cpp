// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/stores/exchange/srvhosts.h"

#include <QDnsLookup>
#include <QTimer>
#include <chrono>

namespace likeness {

namespace {

constexpr std::chrono::seconds dnsPatience {10};

class SrvLookup final : public JobOf<QStringList>
{
public:
    SrvLookup(const QString &service, quint16 port)
        : m_dns(QDnsLookup::SRV, service)
        , m_port(port)
    {
    }

private:
    void doStart() override
    {
        connect(&m_dns, &QDnsLookup::finished, this, &SrvLookup::answer);
        m_patience.setSingleShot(true);
        connect(&m_patience, &QTimer::timeout, this, [this] {
            finish(Error {Errc::Timeout, m_dns.name() + QStringLiteral(": DNS does not answer")});
        });
        m_patience.start(dnsPatience);
        m_dns.lookup();
    }
    void doCancel() override { m_dns.abort(); }

    void answer()
    {
        if (m_dns.error() == QDnsLookup::NotFoundError)
            return finish(QStringList());
        if (m_dns.error() != QDnsLookup::NoError)
            return finish(Error {Errc::Offline, m_dns.errorString()});
        QStringList hosts;
        const QList<QDnsServiceRecord> records = m_dns.serviceRecords(); // Qt has sorted them
        for (const QDnsServiceRecord &record : records) {
            if (record.port() == m_port)
                hosts.append(record.target());
        }
        finish(hosts);
    }

    QDnsLookup m_dns;
    quint16 m_port;
    QTimer m_patience;
};

} // namespace

JobPtr<QStringList> srvHosts(const QString &service, quint16 port)
{
    return JobPtr<QStringList>(new SrvLookup(service, port));
}

} // namespace likeness
