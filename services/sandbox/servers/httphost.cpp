// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/sandbox/servers/httphost.h"

#include <atomic>
#include <condition_variable>
#include <httplib.h>
#include <mutex>
#include <set>
#include <sys/socket.h>
#include <thread>

namespace likeness {

using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t hostThreads = 16; // connections at a time
constexpr std::size_t hostMaxBody = 40u * 1024 * 1024;

/// The connection this thread serves; httplib serves one from its first byte to its last on one thread.
thread_local int connectionOfThread = -1;

template <class T, void (*release)(T *)>
struct ReleasedBy
{
    void operator()(T *object) const { release(object); }
};
using OwnedX509 = std::unique_ptr<X509, ReleasedBy<X509, X509_free>>;
using OwnedKey = std::unique_ptr<EVP_PKEY, ReleasedBy<EVP_PKEY, EVP_PKEY_free>>;
using OwnedBio = std::unique_ptr<BIO, ReleasedBy<BIO, BIO_free_all>>;

bool useIdentity(SSL_CTX &context, const ServerIdentity &identity)
{
    const OwnedBio certificate(BIO_new_mem_buf(identity.certificate.data(), -1));
    const OwnedBio key(BIO_new_mem_buf(identity.key.data(), -1));
    const OwnedX509 leaf(PEM_read_bio_X509(certificate.get(), nullptr, nullptr, nullptr));
    const OwnedKey secret(PEM_read_bio_PrivateKey(key.get(), nullptr, nullptr, nullptr));
    return leaf && secret && SSL_CTX_use_certificate(&context, leaf.get()) == 1
        && SSL_CTX_use_PrivateKey(&context, secret.get()) == 1;
}

SandboxRequest requestOf(const httplib::Request &from)
{
    SandboxRequest request;
    request.verb = QByteArray::fromStdString(from.method);
    request.target = QByteArray::fromStdString(from.target);
    request.body = QByteArray::fromStdString(from.body);
    for (const auto &[name, value] : from.headers) {
        if (!name.starts_with("REMOTE_") && !name.starts_with("LOCAL_")) // httplib's own
            request.headers.emplaceBack(QByteArray::fromStdString(name), QByteArray::fromStdString(value));
    }
    return request;
}

void setBody(httplib::Response &to, const SandboxReply &reply)
{
    const std::string type = reply.type.toStdString();
    if (reply.ending == SandboxReply::Ending::Whole) {
        to.body = reply.body.toStdString();
        if (!type.empty())
            to.set_header("Content-Type", type);
        return;
    }
    const std::string body = reply.body.toStdString();
    to.set_content_provider(body.size(), type, [body](std::size_t, std::size_t, httplib::DataSink &sink) {
        sink.write(body.data(), body.size() / 2);
        return false;
    });
}

} // namespace

std::optional<QString> SandboxRequest::parameter(const QString &name) const
{
    const qsizetype query = target.indexOf('?');
    if (query < 0)
        return std::nullopt;
    for (const QByteArray &pair : target.mid(query + 1).split('&')) {
        const qsizetype equals = pair.indexOf('=');
        const auto decoded = [](QByteArray text) {
            return QString::fromUtf8(QByteArray::fromPercentEncoding(text.replace('+', ' ')));
        };
        if (decoded(pair.left(equals)).compare(name, Qt::CaseInsensitive) == 0)
            return equals < 0 ? QString() : decoded(pair.mid(equals + 1));
    }
    return std::nullopt;
}

class HttpHost::Private
{
public:
    Private(const ServerIdentity &identity, Handler handle)
        : m_handle(std::move(handle))
        , m_server([&](SSL_CTX &context) {
            SSL_CTX_set_ex_data(&context, contextIndex(), this);
            SSL_CTX_set_info_callback(&context, &Private::connectionEvent);
            return useIdentity(context, identity);
        })
    {
    }
    ~Private() { stop(); }

    bool start();
    int port() const { return m_port; }

private:
    struct Connection
    {
        Private *host;
        int socket;
    };
    static int contextIndex()
    {
        static const int index = SSL_CTX_get_ex_new_index(0, nullptr, nullptr, nullptr, nullptr);
        return index;
    }
    static int connectionIndex()
    {
        static const int index = SSL_get_ex_new_index(0, nullptr, nullptr, nullptr, &Private::connectionEnds);
        return index;
    }
    static void connectionEvent(const SSL *ssl, int where, int);
    static void connectionEnds(void *, void *connection, CRYPTO_EX_DATA *, int, long, void *);
    void answer(const httplib::Request &from, httplib::Response &to);
    void stop();

    const Handler m_handle;
    httplib::SSLServer m_server;
    int m_port = -1;
    std::atomic<bool> m_ended = false;
    std::thread m_listening;
    std::mutex m_lock;
    std::condition_variable m_stopped;
    bool m_stopping = false;
    std::set<int> m_connections;
};

/// Learns which socket belongs to the connection, which httplib does not tell, so that it can be ended.
void HttpHost::Private::connectionEvent(const SSL *ssl, int where, int)
{
    if ((where & SSL_CB_HANDSHAKE_START) == 0)
        return;
    auto *host = static_cast<Private *>(SSL_CTX_get_ex_data(SSL_get_SSL_CTX(ssl), contextIndex()));
    connectionOfThread = SSL_get_fd(ssl);
    if (SSL_get_ex_data(ssl, connectionIndex()))
        return;
    auto connection = std::make_unique<Connection>(Connection {host, connectionOfThread});
    SSL_set_ex_data(const_cast<SSL *>(ssl), connectionIndex(), connection.release());
    const std::scoped_lock locked(host->m_lock);
    host->m_connections.insert(connectionOfThread);
    if (host->m_stopping)
        ::shutdown(connectionOfThread, SHUT_RDWR);
}

void HttpHost::Private::connectionEnds(void *, void *connection, CRYPTO_EX_DATA *, int, long, void *)
{
    const std::unique_ptr<Connection> ended(static_cast<Connection *>(connection));
    if (!ended)
        return;
    const std::scoped_lock locked(ended->host->m_lock);
    ended->host->m_connections.erase(ended->socket);
}

void HttpHost::Private::answer(const httplib::Request &from, httplib::Response &to)
{
    const SandboxReply reply = m_handle(requestOf(from));
    {
        std::unique_lock locked(m_lock);
        m_stopped.wait_for(locked, reply.delay, [this] { return m_stopping; });
    }
    if (reply.ending == SandboxReply::Ending::Dropped)
        ::shutdown(connectionOfThread, SHUT_RDWR);
    to.status = reply.status;
    for (const auto &[name, value] : reply.headers)
        to.set_header(name.constData(), value.toStdString());
    setBody(to, reply);
}

bool HttpHost::Private::start()
{
    if (!m_server.is_valid())
        return false;
    const auto handle = [this](const httplib::Request &from, httplib::Response &to) { answer(from, to); };
    const std::string everything = R"([\s\S]*)";
    m_server.Get(everything, handle);
    m_server.Post(everything, handle);
    m_server.Put(everything, handle);
    m_server.Patch(everything, handle);
    m_server.Delete(everything, handle);
    m_server.new_task_queue = [] { return new httplib::ThreadPool(hostThreads); }; // httplib deletes it
    m_server.set_keep_alive_max_count(10'000);
    m_server.set_keep_alive_timeout(10);
    m_server.set_payload_max_length(hostMaxBody);
    m_server.set_tcp_nodelay(true);
    m_port = m_server.bind_to_any_port("127.0.0.1");
    if (m_port <= 0)
        return false;
    m_listening = std::thread([this] {
        m_server.listen_after_bind();
        m_ended = true;
    });
    while (!m_server.is_running() && !m_ended)
        std::this_thread::yield();
    return !m_ended;
}

void HttpHost::Private::stop()
{
    if (!m_listening.joinable())
        return;
    m_server.stop();
    {
        const std::scoped_lock locked(m_lock);
        m_stopping = true;
        for (const int socket : m_connections)
            ::shutdown(socket, SHUT_RDWR);
    }
    m_stopped.notify_all();
    m_listening.join();
}

HttpHost::HttpHost(std::unique_ptr<Private> host)
    : d(std::move(host))
{
}

HttpHost::~HttpHost() = default;

Result<std::unique_ptr<HttpHost>> HttpHost::started(const ServerIdentity &identity, Handler handle)
{
    auto host = std::make_unique<Private>(identity, std::move(handle));
    if (!host->start())
        return Error {Errc::Local, u"no port for a server of the sandbox"_s};
    return std::unique_ptr<HttpHost>(new HttpHost(std::move(host)));
}

QUrl HttpHost::url() const
{
    QUrl url;
    url.setScheme(u"https"_s);
    url.setHost(u"127.0.0.1"_s);
    url.setPort(d->port());
    return url;
}

} // namespace likeness
