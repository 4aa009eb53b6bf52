// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/stores/skype/skypeviewer.h"

#include "services/auth/webtickets.h"
#include "services/job/readyjob.h"
#include "services/stores/skype/skypeserver.h"

#include <array>

namespace likeness {

using namespace Qt::StringLiterals;

namespace {

// the window of a call, lists
constexpr std::array askedOfSkype {648, 96};

class SkypeSight final : public JobOf<StoreSight>
{
public:
    SkypeSight(std::shared_ptr<SkypeServer> server, QString address)
        : m_server(std::move(server))
        , m_address(std::move(address))
    {
    }

private:
    void doStart() override
    {
        if (m_server->application)
            return find(*m_server->application);
        step(registeredAt(m_server), &SkypeSight::find);
    }

    void find(const ucwa::Application &application)
    {
        m_server->application = application;
        if (application.addresses.contains(m_address.toLower()))
            return askFor(application.ownPhoto);
        if (!isOfSameOrganisation(application.search, m_server->discovery))
            return finish(Error {Errc::Forbidden, u"this account may not look for other people"_s});
        m_search = application.search;
        step(m_server->transport->send(ucwa::searchRequest(m_search, m_address)), &SkypeSight::takeFound);
    }

    void takeFound(const HttpReply &reply)
    {
        if (beginsAnew(reply))
            return;
        const Result<QUrl> photo = ucwa::contactPhotoIn(reply, m_search, m_address);
        if (!photo)
            return finish(photo.error());
        askFor(*photo);
    }

    /// No link is the server's way to say that there is none.
    void askFor(const QUrl &photo)
    {
        if (photo.isEmpty()) {
            m_sight.evidence.append(u"UCWA: no link to a photo"_s);
            return finish(m_sight);
        }
        if (!isOfSameOrganisation(photo, m_server->discovery))
            return finish(Error {Errc::BadReply, u"a photo at %1, of another domain"_s.arg(photo.host())});
        m_photo = photo;
        ask();
    }

    int edge() const { return askedOfSkype[m_asked]; }
    QString question() const { return u"UCWA photo HR%1X%1"_s.arg(edge()); }
    void ask()
    {
        step(m_server->transport->send(ucwa::photoRequest(m_photo, edge())), &SkypeSight::takePhoto);
    }

    void takePhoto(const HttpReply &reply)
    {
        if (beginsAnew(reply))
            return;
        const Result<std::optional<EncodedPhoto>> photo = ucwa::photoIn(reply);
        if (!photo)
            return finish(photo.error());
        if (!*photo) {
            m_sight = {};
            m_sight.evidence.append(question() + u": no photo"_s);
            return finish(m_sight);
        }
        m_sight.add(edge(), **photo);
        m_sight.evidence.append(photoEvidence(question(), **photo));
        if (++m_asked == askedOfSkype.size())
            return finish(m_sight);
        ask();
    }

    /// Once; whoever is forgotten again has something else wrong.
    bool beginsAnew(const HttpReply &reply)
    {
        if (!ucwa::hasForgottenApplication(reply) || std::exchange(m_begunAnew, true))
            return false;
        m_server->application.reset();
        m_sight = {};
        m_asked = 0;
        doStart();
        return true;
    }

    std::shared_ptr<SkypeServer> m_server;
    QString m_address;
    QUrl m_search;
    QUrl m_photo;
    StoreSight m_sight;
    std::size_t m_asked = 0;
    bool m_begunAnew = false;
};

class SkypeProbe final : public JobOf<QString>
{
public:
    explicit SkypeProbe(std::shared_ptr<SkypeServer> server)
        : m_server(std::move(server))
    {
    }

private:
    void doStart() override { step(registeredAt(m_server), &SkypeProbe::tell); }
    void tell(const ucwa::Application &application)
    {
        m_server->application = application;
        const QString words
            = u"UCWA of %1 as %2"_s.arg(m_server->discovery.host(), application.addresses.value(0));
        finish(application.search.isEmpty() ? QString(words + u"; may not look for others"_s) : words);
    }

    std::shared_ptr<SkypeServer> m_server;
};

} // namespace

SkypeViewer::SkypeViewer(QString instance, const QUrl &discovery, std::shared_ptr<HttpTransport> transport)
    : m_instance(std::move(instance))
    , m_server(std::make_shared<SkypeServer>(SkypeServer {discovery, std::move(transport)}))
{
}

JobPtr<StoreSight> SkypeViewer::see(const PersonKeys &person, const StoreSight &)
{
    const QString address = person.mail.isEmpty() ? person.upn : person.mail;
    if (address.isEmpty())
        return readyJob<StoreSight>(Error {Errc::NotFound, u"nobody is known by a mail address"_s});
    return JobPtr<StoreSight>(new SkypeSight(m_server, address));
}

JobPtr<QString> SkypeViewer::probe()
{
    return JobPtr<QString>(new SkypeProbe(m_server));
}

} // namespace likeness
