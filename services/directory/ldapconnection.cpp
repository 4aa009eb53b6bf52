// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/directory/ldapconnection.h"

#include "services/directory/ldapcontrols.h"
#include "services/directory/ldapguard.h"
#include "services/directory/tlsprobe.h"

#include <QFile>
#include <QFileInfo>
#include <atomic>
#include <csignal>
#include <poll.h>
#include <sys/socket.h>
#include <sys/time.h>

namespace likeness {
namespace {

using namespace std::chrono_literals;

timeval timevalOf(std::chrono::milliseconds span)
{
    timeval value {};
    value.tv_sec = static_cast<time_t>(span.count() / 1000);
    value.tv_usec = static_cast<suseconds_t>(span.count() % 1000 * 1000);
    return value;
}

quint64 nextConnectionSerial()
{
    static std::atomic<quint64> last {0};
    return ++last;
}

QByteArray systemAuthorities()
{
    for (const char *path : {"/etc/ssl/certs/ca-certificates.crt", "/etc/pki/tls/certs/ca-bundle.crt"}) {
        if (QFile::exists(QString::fromLatin1(path)))
            return path;
    }
    return {};
}

/// libldap initialises itself on first use, which has to happen once, and writes to sockets that may be gone.
void prepareLdapOnce()
{
    static const bool done = [] {
        const int version = LDAP_VERSION3;
        ldap_set_option(nullptr, LDAP_OPT_PROTOCOL_VERSION, &version);
        struct sigaction now
        {
        };
        if (::sigaction(SIGPIPE, nullptr, &now) == 0 && now.sa_handler == SIG_DFL)
            ::signal(SIGPIPE, SIG_IGN);
        return true;
    }();
    Q_UNUSED(done)
}

/// What cannot work is refused before anything is sent.
std::optional<Error> settingsProblem(const LdapSettings &settings)
{
    const QString scheme
        = settings.protection == LdapProtection::Ldaps ? QStringLiteral("ldaps") : QStringLiteral("ldap");
    if (settings.url.scheme() != scheme || settings.url.host().isEmpty())
        return Error {Errc::BadInput, u"the address has to be " % scheme % u"://host[:port]"};
    if (settings.protection == LdapProtection::Sealed && settings.signIn == LdapSignIn::Simple)
        return Error {Errc::EncryptionNeeded, QStringLiteral("a password is only sent inside TLS")};
    if (!settings.caFile.isEmpty() && !QFileInfo(settings.caFile).isReadable())
        return Error {Errc::BadInput, u"cannot read the CA file " % settings.caFile};
    return std::nullopt;
}

} // namespace

LdapConnection::LdapConnection(const LdapSettings &settings, std::stop_token stop)
    : m_settings(settings)
    , m_serial(nextConnectionSerial())
    , m_stop(stop)
    , m_guard(std::make_unique<LdapGuard>(settings.timeout, std::move(stop)))
    , m_opened(std::chrono::steady_clock::now())
{
}

LdapConnection::~LdapConnection()
{
    m_guard->release();
    if (m_ldap)
        ldap_unbind_ext_s(m_ldap, nullptr, nullptr);
}

Result<std::unique_ptr<LdapConnection>> LdapConnection::open(
    const LdapSettings &settings, const QByteArray &password, std::stop_token stop)
{
    if (const std::optional<Error> problem = settingsProblem(settings))
        return *problem;
    std::unique_ptr<LdapConnection> connection(new LdapConnection(settings, std::move(stop)));
    for (const auto &step : {&LdapConnection::initialise, &LdapConnection::encrypt}) {
        if (const Result<Done> done = (connection.get()->*step)(); !done)
            return done.error();
    }
    if (const Result<Done> done = connection->signIn(password); !done)
        return done.error();
    connection->m_guard->release();
    connection->limitBlocking();
    if (const Result<Done> done = connection->readRootDse(); !done)
        return done.error();
    return connection;
}

Result<Done> LdapConnection::initialise()
{
    prepareLdapOnce();
    QUrl url;
    url.setScheme(m_settings.url.scheme());
    url.setHost(m_settings.url.host());
    url.setPort(m_settings.url.port());
    int code = ldap_initialize(&m_ldap, url.toEncoded().constData());
    if (code != LDAP_SUCCESS)
        return ldapError(LdapPhase::SignIn, code, {});
    m_guard->watch(m_ldap);
    const int version = LDAP_VERSION3;
    const int demand = LDAP_OPT_X_TLS_DEMAND;
    const int oldest = LDAP_OPT_X_TLS_PROTOCOL_TLS1_2;
    const int client = 0;
    const timeval limit = timevalOf(m_settings.timeout);
    const QByteArray authorities
        = m_settings.caFile.isEmpty() ? systemAuthorities() : QFile::encodeName(m_settings.caFile);
    ldap_set_option(m_ldap, LDAP_OPT_PROTOCOL_VERSION, &version);
    ldap_set_option(m_ldap, LDAP_OPT_REFERRALS, LDAP_OPT_OFF);
    ldap_set_option(m_ldap, LDAP_OPT_NETWORK_TIMEOUT, &limit);
    ldap_set_option(
        m_ldap, LDAP_OPT_X_SASL_NOCANON, LDAP_OPT_ON); // the name in the address is the name we mean
    if (m_settings.protection == LdapProtection::Sealed)
        return Done {};
    // All of it explicitly: a configuration file of libldap must not weaken the verification
    ldap_set_option(m_ldap, LDAP_OPT_X_TLS_REQUIRE_CERT, &demand);
    ldap_set_option(m_ldap, LDAP_OPT_X_TLS_PROTOCOL_MIN, &oldest);
    ldap_set_option(m_ldap, LDAP_OPT_X_TLS_CACERTFILE, authorities.constData());
    code = ldap_set_option(m_ldap, LDAP_OPT_X_TLS_NEWCTX, &client);
    if (code != LDAP_OPT_SUCCESS)
        return Error {Errc::BadInput, u"no certificates can be read from " % QFile::decodeName(authorities)};
    return Done {};
}

Result<Done> LdapConnection::encrypt()
{
    if (m_settings.protection != LdapProtection::StartTls)
        return Done {};
    int messageId = 0;
    if (const int code = ldap_start_tls(m_ldap, nullptr, nullptr, &messageId); code != LDAP_SUCCESS)
        return connectFailure(LdapPhase::SignIn, code);
    limitBlocking();
    Result<Message> message = answer(messageId, LdapPhase::SignIn);
    if (!message)
        return message.error();
    int code = LDAP_OTHER;
    const int parsed
        = ldap_parse_result(m_ldap, message->get(), &code, nullptr, nullptr, nullptr, nullptr, 0);
    if (parsed != LDAP_SUCCESS || code != LDAP_SUCCESS)
        return Error {Errc::EncryptionNeeded, QStringLiteral("the server refuses StartTLS"),
            u"LDAP " % QString::number(parsed != LDAP_SUCCESS ? parsed : code)};
    if (const int installed = ldap_install_tls(m_ldap); installed != LDAP_SUCCESS)
        return connectFailure(LdapPhase::SignIn, installed);
    return Done {};
}

/// libldap connects before the first request and blocks meanwhile up to its network timeout.
Error LdapConnection::connectFailure(LdapPhase phase, int code)
{
    m_usable = false;
    if (m_stop.stop_requested())
        return {Errc::Cancelled};
    Error error = ldapError(phase, code, diagnostic());
    const auto spent = std::chrono::steady_clock::now() - m_opened;
    if (code == LDAP_TIMEOUT || spent + 100ms >= m_settings.timeout)
        return {Errc::Timeout, QStringLiteral("the server did not answer in time"), error.serverTrace};
    if (code != LDAP_SERVER_DOWN && code != LDAP_CONNECT_ERROR)
        return error;
    // libldap does not tell why a certificate was not accepted, nor a refused connection from a dropped one
    if (const std::optional<Error> explained = explainConnection(m_settings, m_stop))
        return *explained;
    return error;
}

/// From here on a stalled server keeps no thread longer than a turn, also in the middle of a message.
void LdapConnection::limitBlocking()
{
    int descriptor = -1;
    if (ldap_get_option(m_ldap, LDAP_OPT_DESC, &descriptor) != LDAP_OPT_SUCCESS || descriptor < 0)
        return;
    const timeval turn = timevalOf(200ms);
    const timeval limit = timevalOf(m_settings.timeout);
    ::setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &turn, sizeof turn);
    ::setsockopt(descriptor, SOL_SOCKET, SO_SNDTIMEO, &limit, sizeof limit);
}

bool LdapConnection::quiet() const
{
    int descriptor = -1;
    if (!m_usable || ldap_get_option(m_ldap, LDAP_OPT_DESC, &descriptor) != LDAP_OPT_SUCCESS
        || descriptor < 0)
        return false;
    if (m_ahead) // has it ended, the next question will tell
        return true;
    pollfd waiting {descriptor, POLLIN, 0};
    return ::poll(&waiting, 1, 0) == 0;
}

QString LdapConnection::diagnostic() const
{
    char *text = nullptr;
    ldap_get_option(m_ldap, LDAP_OPT_DIAGNOSTIC_MESSAGE, &text);
    const QString copy = QString::fromUtf8(text);
    ldap_memfree(text);
    return copy;
}

Error LdapConnection::failure(LdapPhase phase, int code, const QString &diagnostic)
{
    // Negative codes are libldap's own: the connection's state is not known any more
    if (code < 0)
        m_usable = false;
    return ldapError(phase, code, diagnostic.isEmpty() ? this->diagnostic() : diagnostic);
}

Result<LdapConnection::Message> LdapConnection::answer(int messageId, LdapPhase phase)
{
    const auto deadline = std::chrono::steady_clock::now() + m_settings.timeout;
    for (;;) {
        timeval turn = timevalOf(50ms);
        ldapmsg *raw = nullptr;
        const int kind = ldap_result(m_ldap, messageId, LDAP_MSG_ALL, &turn, &raw);
        if (kind > 0)
            return Message(raw, &ldap_msgfree);
        if (kind < 0) {
            int code = LDAP_SERVER_DOWN;
            ldap_get_option(m_ldap, LDAP_OPT_RESULT_CODE, &code);
            m_usable = false;
            return ldapError(phase, code == LDAP_SUCCESS ? LDAP_SERVER_DOWN : code, diagnostic());
        }
        const bool stopped = m_stop.stop_requested();
        if (stopped || std::chrono::steady_clock::now() > deadline) {
            ldap_abandon_ext(m_ldap, messageId, nullptr, nullptr);
            m_usable = false;
            return stopped ? Error {Errc::Cancelled}
                           : Error {Errc::Timeout, QStringLiteral("the server did not answer in time")};
        }
    }
}

} // namespace likeness
