// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "tests/services/stores/sharepoint/farmtest.h"

#include "tests/support/exchanges.h"
#include "tests/support/flatpictures.h"

#include <QTest>

namespace likeness::test {

using namespace Qt::StringLiterals;

HttpReply jpegReply(const QByteArray &bytes)
{
    return {200, {{"Content-Type", "image/jpeg"}}, bytes};
}

HttpReply farmReply(const char *name)
{
    return replyFromText(exchange(u"sharepoint/"_s + QString::fromLatin1(name) + u".reply.txt"_s));
}

QString FarmTest::lineOf(const HttpRequest &request)
{
    const QString path = request.url.path();
    const QByteArray method = headerOf(request.headers, "X-HTTP-Method").value_or(request.verb);
    const auto letter = [&path] { return path.mid(path.indexOf(u"Thumb.jpg"_s) - 1, 1); };
    const QString verb = QString::fromLatin1(method) + u' ';
    if (path.contains(u"Files/add"_s))
        return u"ADD "_s + letter() + (path.contains(u"=true"_s) ? u" over"_s : u""_s);
    if (path.contains(u"userphoto"_s))
        return verb + u"shown "_s + (request.url.query().contains(u"nobody"_s) ? u"nobody"_s : u"anna"_s);
    if (path.contains(u"GetFile"_s) && method == "GET" && !path.endsWith(u"value"_s))
        return u"GET info "_s + letter();
    if (path.contains(u"Thumb.jpg"_s))
        return verb + letter();
    if (path.contains(u"SetSingleValueProfileProperty"_s) || path.contains(u".asmx"_s))
        return u"SET "_s + (request.body.contains("PictureURL") ? u"url"_s : u"placeholder state"_s);
    return verb + path.section(u'/', -1).section(u'(', 0, 0);
}

QStringList FarmTest::asked() const
{
    QStringList lines;
    for (const HttpRequest &request : m_transport->requests)
        lines.append(lineOf(request));
    return lines;
}

QByteArray FarmTest::bodyOf(const QString &line) const
{
    for (const HttpRequest &request : m_transport->requests) {
        if (lineOf(request) == line)
            return request.body;
    }
    return {};
}

SharePointSettings FarmTest::farmSettings()
{
    SharePointSettings settings;
    settings.mySiteHost = QUrl(u"https://my.contoso.com"_s);
    settings.domain = u"CONTOSO"_s;
    return settings;
}

void FarmTest::makeStore(const SharePointSettings &settings)
{
    m_transport
        = std::make_shared<ScriptedTransport>([this](const HttpRequest &request) -> Result<HttpReply> {
              const auto found = m_answers.find(lineOf(request));
              return found == m_answers.end() ? HttpReply {404, {}, {}} : found->second;
          });
    m_store = std::make_unique<SharePointStore>(
        StoreId {Workload::SharePoint, u"sp"_s}, u"SharePoint"_s, settings, m_transport, m_workers);
}

void FarmTest::makeFarm()
{
    const HttpReply done {200, {}, {}};
    m_answers = {
        {u"GET GetMyProperties"_s, farmReply("profile-helpdesk")},
        {u"GET GetPropertiesFor"_s, farmReply("profile")},
        {u"GET info L"_s, farmReply("file-info")},
        {u"GET L"_s, jpegReply(m_large)},
        {u"GET M"_s, jpegReply(flatPicture({72, 72}, 0xffcc2222))},
        {u"GET S"_s, jpegReply(flatPicture({48, 48}, 0xffcc2222))},
        {u"POST contextinfo"_s, farmReply("digest")},
        {u"PUT L"_s, done},
        {u"ADD L"_s, done},
        {u"ADD L over"_s, done},
        {u"ADD M over"_s, done},
        {u"ADD S over"_s, done},
        {u"DELETE L"_s, done},
        {u"DELETE M"_s, done},
        {u"SET url"_s, done},
        {u"SET placeholder state"_s, done},
        {u"POST SetMyProfilePicture"_s, farmReply("picture-set")},
    };
    makeStore(farmSettings());
}

} // namespace likeness::test
