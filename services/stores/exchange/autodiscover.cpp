// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/stores/exchange/autodiscover.h"

#include "services/stores/exchange/ewsrequests.h"

#include <algorithm>
#include <array>
#include <deque>

namespace likeness {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostRedirects = 10; // what Microsoft's own client follows
constexpr std::size_t mostCandidates = 40;

struct DiscoverCandidate
{
    enum class Form { Soap, PlainXml, Redirect };
    Form form = Form::Soap;
    QUrl url;
};

QString domainOf(const QString &address)
{
    return address.mid(address.lastIndexOf(u'@') + 1).toLower();
}

/// The service beside one: the directory names the plain one, the SOAP one lies next to it.
QUrl besideAs(QUrl url, QStringView ending)
{
    QString path = url.path(QUrl::FullyEncoded);
    const qsizetype dot = path.lastIndexOf(u'.');
    if (dot > path.lastIndexOf(u'/'))
        path = path.left(dot) % ending;
    url.setPath(path, QUrl::StrictMode);
    return url;
}

QUrl serviceAt(const QString &host)
{
    QUrl url;
    url.setScheme(u"https"_s);
    url.setHost(host);
    url.setPath(u"/autodiscover/autodiscover.svc"_s);
    return url;
}

/// Of all that went wrong on the way, the one a person can do something about.
int tellingness(Errc code)
{
    static constexpr std::array order {Errc::Cancelled, Errc::Offline, Errc::BadInput, Errc::BadReply,
        Errc::Timeout, Errc::NotFound, Errc::CertificateExpired, Errc::CertificateWrongName,
        Errc::CertificateUnknownIssuer, Errc::Throttled, Errc::Forbidden, Errc::NoTicket, Errc::SignInNeeded};
    const auto at = std::find(order.cbegin(), order.cend(), code);
    return static_cast<int>(at - order.cbegin());
}

class Autodiscover final : public JobOf<AutodiscoverSettings>
{
public:
    Autodiscover(AutodiscoverWays ways, QString address)
        : m_ways(std::move(ways))
        , m_address(std::move(address))
    {
    }

private:
    using Form = DiscoverCandidate::Form;

    void doStart() override
    {
        if (!m_address.contains(u'@') || domainOf(m_address).isEmpty())
            return finish(Error {Errc::BadInput, u"'" % m_address % u"' is no mail address"});
        if (m_ways.servicePoints)
            attempt(m_ways.servicePoints(), &Autodiscover::tookServicePoints);
        else
            beginWithDomain();
    }

    void tookServicePoints(const Result<QList<QUrl>> &points)
    {
        if (!points)
            note(points.error());
        else
            for (const QUrl &point : *points)
                addService(point);
        beginWithDomain();
    }

    void beginWithDomain()
    {
        const QString domain = domainOf(m_address);
        addService(serviceAt(domain));
        addService(serviceAt(u"autodiscover."_s + domain));
        m_candidates.push_back({Form::Redirect, {}});
        m_askedDns = false;
        next();
    }

    /// Both forms of it, if a credential may go there at all.
    void addService(const QUrl &url)
    {
        if (url.scheme() != u"https" || m_candidates.size() > mostCandidates)
            return;
        m_candidates.push_back({Form::Soap, besideAs(url, u".svc")});
        m_candidates.push_back({Form::PlainXml, besideAs(url, u".xml")});
    }

    void next()
    {
        if (m_candidates.empty())
            return askDns();
        m_asked = m_candidates.front();
        m_candidates.pop_front();
        switch (m_asked.form) {
        case Form::Soap:
            return attempt(
                m_ways.signedIn->send(userSettingsRequest(m_asked.url, m_address)), &Autodiscover::answered);
        case Form::PlainXml:
            return attempt(m_ways.signedIn->send(plainXmlSettingsRequest(m_asked.url, m_address)),
                &Autodiscover::answered);
        case Form::Redirect:
            return attempt(m_ways.plain->send(autodiscoverRedirectRequest(domainOf(m_address))),
                &Autodiscover::redirected);
        }
    }

    void answered(const Result<HttpReply> &reply)
    {
        if (!reply)
            return tryOthers(reply.error());
        const Result<AutodiscoverAnswer> answer
            = m_asked.form == Form::Soap ? userSettingsReply(*reply) : plainXmlSettingsReply(*reply);
        if (!answer)
            return tryOthers(answer.error());
        if (answer->settings)
            return finish(*answer->settings);
        if (++m_redirects > mostRedirects)
            return finish(Error {Errc::BadReply, u"Autodiscover redirects in circles"_s});
        if (!answer->otherAddress.isEmpty())
            return askFor(answer->otherAddress);
        // To where an encrypted answer leads, in the same form first
        if (m_candidates.size() <= mostCandidates)
            m_candidates.push_front({m_asked.form, answer->elsewhere});
        next();
    }

    void askFor(const QString &otherAddress)
    {
        m_address = otherAddress;
        m_candidates.clear();
        beginWithDomain();
    }

    /// A host that did not answer one form will not answer the other.
    void tryOthers(const Error &error)
    {
        note(error);
        const bool isHost = error.code == Errc::Offline || error.code == Errc::Timeout;
        if (isHost && m_asked.form == Form::Soap && !m_candidates.empty()
            && m_candidates.front().form == Form::PlainXml
            && m_candidates.front().url.host() == m_asked.url.host())
            m_candidates.pop_front();
        next();
    }

    void redirected(const Result<HttpReply> &reply)
    {
        if (!reply)
            note(reply.error());
        else if (const auto url = autodiscoverRedirect(*reply); url && mayGoTo(url->host()))
            addService(*url);
        next();
    }

    void askDns()
    {
        if (m_askedDns || !m_ways.hostsInDns)
            return finish(m_error.value_or(Error {Errc::NotFound, u"No Exchange was found"_s}));
        m_askedDns = true;
        attempt(m_ways.hostsInDns(domainOf(m_address)), &Autodiscover::tookHosts);
    }

    void tookHosts(const Result<QStringList> &hosts)
    {
        for (const QString &host : hosts ? *hosts : QStringList()) {
            if (mayGoTo(host))
                addService(serviceAt(host));
        }
        next();
    }

    /// Who answers unencrypted, or for DNS, could name any host and be given the password there.
    bool mayGoTo(const QString &host)
    {
        const QString domain = domainOf(m_address);
        if (host == domain || host.endsWith(QString(u'.' % domain)))
            return true;
        if (m_ways.mayTrust && m_ways.mayTrust(host))
            return true;
        note({Errc::Forbidden, u"Autodiscover leads to "_s % host % u", which is not of " % domain});
        return false;
    }

    void note(const Error &error)
    {
        if (!m_error || tellingness(error.code) > tellingness(m_error->code))
            m_error = error;
    }

    AutodiscoverWays m_ways;
    QString m_address;
    std::deque<DiscoverCandidate> m_candidates;
    DiscoverCandidate m_asked {};
    int m_redirects = 0;
    bool m_askedDns = false;
    std::optional<Error> m_error;
};

} // namespace

JobPtr<AutodiscoverSettings> autodiscovered(const AutodiscoverWays &ways, const QString &address)
{
    return JobPtr<AutodiscoverSettings>(new Autodiscover(ways, address));
}

} // namespace likeness
