// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/sandbox/servers/sharepointserver.h"

#include "services/sandbox/servers/sandboxfaults.h"

#include <QBuffer>
#include <QImage>
#include <QMessageAuthenticationCode>
#include <QPainter>
#include <QRegularExpression>
#include <QUrl>

namespace likeness {

using namespace Qt::StringLiterals;

namespace {

constexpr int digestSeconds = 1800;
constexpr int userPhotoCacheSeconds = 24 * 60 * 60;
constexpr auto placeholderPath = "/_layouts/15/images/PersonPlaceholder.96x96x32.png";

/// Fills in the parameters a path refers to as @name.
QString withAliases(QString path, const SandboxRequest &request)
{
    static const QRegularExpression alias(u"@(\\w+)"_s);
    for (QRegularExpressionMatch match = alias.match(path); match.hasMatch(); match = alias.match(path)) {
        const QString value = request.parameter(match.captured()).value_or(u"''"_s);
        path.replace(match.capturedStart(), match.capturedLength(), QString(value).replace(u'@', u'\x01'));
    }
    return path.replace(u'\x01', u'@');
}

QString odataForm(const SandboxRequest &request)
{
    return QString::fromLatin1(request.header("Accept").value_or(QByteArray())).toLower();
}

} // namespace

bool SharePointCall::verbose() const
{
    return odataForm(request).contains(u"odata=verbose"_s);
}

SandboxReply SharePointCall::reply(const QJsonObject &content) const
{
    if (!odataForm(request).contains(u"application/json"_s) || (verboseOnly && !verbose()))
        return {.status = 406,
            .type = "text/plain; charset=utf-8",
            .body = "Neither Atom nor, in 2013, JSON without odata=verbose."};
    return verbose()
        ? jsonReply({{u"d"_s, content}}, 200, "application/json;odata=verbose;charset=utf-8")
        : jsonReply(content, 200, "application/json;odata=nometadata;streaming=true;charset=utf-8");
}

SandboxReply SharePointCall::reply(const QString &name, const QJsonValue &value) const
{
    return reply(verbose() ? QJsonObject {{name, value}} : QJsonObject {{u"value"_s, value}});
}

SandboxReply SharePointCall::error(int status, const QString &code, const QString &message) const
{
    const QJsonObject words {
        {u"code"_s, code}, {u"message"_s, QJsonObject {{u"lang"_s, u"en-US"_s}, {u"value"_s, message}}}};
    return jsonReply(
        {{verbose() ? u"error"_s : u"odata.error"_s, words}}, status, "application/json;charset=utf-8");
}

SharePointServer::SharePointServer(SandboxWorld &world, const LoginTokens &tokens)
    : m_world(world)
    , m_tokens(tokens)
    , m_digestKey(newRequestId())
{
}

SandboxReply SharePointServer::answer(const SandboxRequest &request)
{
    std::optional<SharePointCall> call = signedIn(request);
    if (!call)
        return unauthorisedReply(SandboxService::SharePoint);
    const QString path = QUrl::fromPercentEncoding(request.path());
    const qsizetype api = path.indexOf("/_api/"_L1, 0, Qt::CaseInsensitive);
    SandboxReply reply {.status = 404};
    if (api >= 0) {
        call->path = withAliases(path.mid(api + 6), request);
        reply = this->api(*call);
    } else if (path.compare("/_vti_bin/UserProfileService.asmx"_L1, Qt::CaseInsensitive) == 0) {
        reply = userProfileServiceReply(m_world, *call);
    } else if (path.endsWith("/_layouts/15/userphoto.aspx"_L1, Qt::CaseInsensitive)) {
        reply = userPhoto(*call);
    } else if (path.endsWith(QLatin1StringView(placeholderPath), Qt::CaseInsensitive)) {
        reply = pictureReply(sharePointPlaceholder());
    } else if (request.verb == "GET") {
        reply = libraryFileReply(m_world, path);
    }
    const QByteArray id = newRequestId();
    reply.add("SPRequestGuid", id);
    reply.add("request-id", id);
    reply.add("MicrosoftSharePointTeamServices", "16.0.0.10417");
    return reply;
}

std::optional<SharePointCall> SharePointServer::signedIn(const SandboxRequest &request) const
{
    SharePointCall call;
    call.request = request;
    call.verboseOnly = m_world.settings().sharePoint == SandboxSettings::SharePoint::Server2013;
    call.method = QString::fromLatin1(
        request.verb == "POST" ? request.header("X-HTTP-Method").value_or(request.verb) : request.verb);
    const QByteArray header = request.header("Authorization").value_or(QByteArray());
    if (header.left(7).toLower() == "bearer ") {
        const std::optional<LoginGrant> grant = m_tokens.access(header.mid(7).trimmed());
        const auto isMeant = [](const QString &scope) {
            const bool graphs = scope.startsWith("https://graph.microsoft.com/"_L1);
            return scope.contains("AllSites."_L1) || (scope.endsWith("/.default"_L1) && !graphs);
        };
        if (!grant || !std::any_of(grant->scopes.cbegin(), grant->scopes.cend(), isMeant))
            return std::nullopt;
        call.bearer = true;
        call.asker = *m_world.account(grant->upn);
        return call;
    }
    const std::optional<SandboxAccount> account = basicAccount(m_world, request);
    if (!account)
        return std::nullopt;
    call.asker = *account;
    return call;
}

SandboxReply SharePointServer::api(const SharePointCall &call)
{
    constexpr QLatin1StringView manager {"sp.userprofiles.peoplemanager/"};
    const bool writes = call.request.verb != "GET" && call.request.verb != "HEAD";
    if (call.path.compare("contextinfo"_L1, Qt::CaseInsensitive) == 0)
        return writes ? contextInfo(call) : SandboxReply {.status = 405};
    if (writes && !call.bearer && !hasDigest(call))
        return call.error(403, u"-2130575252, Microsoft.SharePoint.SPException"_s,
            u"The security validation for this page is invalid and might be corrupted."_s);
    if (call.path.startsWith(manager, Qt::CaseInsensitive))
        return peopleManagerReply(m_world, call, call.path.mid(manager.size()));
    if (call.path.startsWith("web/"_L1, Qt::CaseInsensitive))
        return sharePointFileReply(m_world, call);
    return call.error(404, u"-1, Microsoft.SharePoint.Client.ResourceNotFoundException"_s,
        u"Cannot find resource for the request %1."_s.arg(call.path));
}

QByteArray SharePointServer::digest(const QString &upn, const QDateTime &time) const
{
    const QByteArray when = time.toUTC().toString(Qt::ISODate).toLatin1();
    const QByteArray what = upn.toUtf8() + when;
    return "0x"
        + QMessageAuthenticationCode::hash(what, m_digestKey, QCryptographicHash::Sha256).toHex().toUpper()
        + ',' + when;
}

bool SharePointServer::hasDigest(const SharePointCall &call) const
{
    const QByteArray shown = call.request.header("X-RequestDigest").value_or(QByteArray());
    const QDateTime time = QDateTime::fromString(QString::fromLatin1(shown.split(',').value(1)), Qt::ISODate);
    return time.isValid() && shown == digest(call.asker.upn, time)
        && time.secsTo(m_world.clock().now()) <= digestSeconds;
}

SandboxReply SharePointServer::contextInfo(const SharePointCall &call) const
{
    const QString host
        = u"https://"_s + QString::fromLatin1(call.request.header("Host").value_or(QByteArray()));
    const QJsonObject info {
        {u"FormDigestValue"_s, QString::fromLatin1(digest(call.asker.upn, m_world.clock().now()))},
        {u"FormDigestTimeoutSeconds"_s, digestSeconds}, {u"LibraryVersion"_s, u"16.0.10417.20018"_s},
        {u"SiteFullUrl"_s, host}, {u"WebFullUrl"_s, host}};
    return call.reply(call.verbose() ? QJsonObject {{u"GetContextWebInformation"_s, info}} : info);
}

/// The picture by an address that never changes; kept for a day, whatever happens to the photo meanwhile.
SandboxReply SharePointServer::userPhoto(const SharePointCall &call)
{
    const QString size = call.request.parameter(u"size"_s).value_or(u"S"_s).toUpper();
    const QString account = call.request.parameter(u"accountname"_s)
                                .value_or(call.request.parameter(u"username"_s).value_or(QString()));
    const std::optional<Person> person = personOfAccount(m_world, account);
    if (size != "S"_L1 && size != "M"_L1 && size != "L"_L1)
        return {.status = 400};
    if (person && person->keys.upn == call.asker.upn)
        pullFromExchange(m_world, person->keys.key);
    const QByteArray query = call.request.target.split('?').value(1);
    const QDateTime now = m_world.clock().now();
    const std::scoped_lock locked(m_lock);
    Cached &cached = m_cache[query];
    if (!cached.until.isValid() || cached.until <= now)
        cached = {shownPhoto(person.value_or(Person {}), size.front().toLatin1()),
            now.addSecs(userPhotoCacheSeconds)};
    return cached.reply;
}

SandboxReply SharePointServer::shownPhoto(const Person &person, char size) const
{
    const SharePointPhotos held = m_world.photos(person.keys.key).sharePoint;
    const auto file = held.files.constFind(size);
    const bool shown = file != held.files.cend() && held.listed && !held.placeholder;
    if (!shown && m_world.settings().placeholderByRedirect)
        return {.status = 302, .headers = {{"Location", placeholderPath}}};
    SandboxReply reply = pictureReply(shown ? file->bytes : sharePointPlaceholder());
    reply.add("Cache-Control", "private, max-age=" + QByteArray::number(userPhotoCacheSeconds));
    return reply;
}

QByteArray sharePointPlaceholder()
{
    static const QByteArray png = [] {
        QImage image(96, 96, QImage::Format_RGB32);
        image.fill(QColor(0xc8, 0xc8, 0xc8));
        QPainter painter(&image);
        painter.setPen(Qt::NoPen);
        painter.setBrush(Qt::white);
        painter.drawEllipse(33, 18, 30, 34);
        painter.drawEllipse(16, 58, 64, 60);
        painter.end();
        QByteArray bytes;
        QBuffer buffer(&bytes);
        buffer.open(QIODevice::WriteOnly);
        image.save(&buffer, "PNG");
        return bytes;
    }();
    return png;
}

} // namespace likeness
