// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/stores/sharepoint/shownpicture.h"

#include "services/net/httpcall.h"

namespace likeness::sharepoint {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostRedirects = 3;

/// Of the same kind as the person's name, so that the page looks it up in the same way.
QString nobodyLike(const QString &name)
{
    const QString nobody = u"likeness-nobody-0e61c1"_s;
    if (name.contains(u'@'))
        return nobody + u'@' + name.section(u'@', -1);
    return name.contains(u'\\') ? QString(name.section(u'\\', 0, 0) + u'\\' + nobody) : nobody;
}

} // namespace

ShownFetch::ShownFetch(PersonPlace place, const QString &name, PictureFile size)
    : m_place(std::move(place))
    , m_request(shownPicture(m_place.site, name, size))
{
}

void ShownFetch::doStart()
{
    send(m_request);
}

void ShownFetch::send(const HttpRequest &request)
{
    m_request = request;
    step(httpCall<ShownPicture>(
             *m_place.transport, request, [](const HttpReply &reply) { return shownPicture(reply); }),
        &ShownFetch::follow);
}

void ShownFetch::follow(const ShownPicture &shown)
{
    if (shown.location.isEmpty())
        return finish(shown.photo);
    const std::optional<HttpRequest> next = redirected(m_place.site, m_request.url, shown.location);
    if (!next || ++m_redirects > mostRedirects)
        return finish(Error {Errc::BadReply,
            u"the picture is said to be at "_s + QString::fromLatin1(shown.location.left(300))});
    send(*next);
}

ShownLook::ShownLook(PersonPlace place, PictureFile size)
    : m_place(std::move(place))
    , m_size(size)
{
}

void ShownLook::doStart()
{
    if (m_place.known->placeholders.contains(m_size))
        return ask();
    step(JobPtr<std::optional<EncodedPhoto>>(new ShownFetch(m_place, nobodyLike(m_place.shownAs), m_size)),
        &ShownLook::learn);
}

void ShownLook::learn(const std::optional<EncodedPhoto> &placeholder)
{
    m_place.known->placeholders.insert(m_size, placeholder ? placeholder->sha256 : QString());
    ask();
}

void ShownLook::ask()
{
    step(JobPtr<std::optional<EncodedPhoto>>(new ShownFetch(m_place, m_place.shownAs, m_size)),
        &ShownLook::judge);
}

void ShownLook::judge(const std::optional<EncodedPhoto> &shown)
{
    const bool isPlaceholder = shown && shown->sha256 == m_place.known->placeholders.value(m_size);
    finish(isPlaceholder ? std::nullopt : shown);
}

} // namespace likeness::sharepoint
