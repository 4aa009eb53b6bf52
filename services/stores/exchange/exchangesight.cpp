// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/stores/exchange/exchangeserver.h"

#include <QMap>

namespace likeness {

using namespace Qt::StringLiterals;

namespace {

using Kind = EwsPhotoAnswer::Kind;

// Meetings, Outlook and OWA, lists
constexpr std::array askedEdges {648, 96, 48};

/// One ETag a size; a line each in StoreSight::tag.
using TagsBySize = QMap<int, QByteArray>;

TagsBySize tagsIn(const QString &text)
{
    TagsBySize tags;
    for (const QString &line : text.split(u'\n', Qt::SkipEmptyParts))
        tags.insert(line.section(u' ', 0, 0).toInt(), line.section(u' ', 1).toLatin1());
    return tags;
}

QString tagText(const TagsBySize &tags)
{
    QStringList lines;
    for (auto tag = tags.cbegin(); tag != tags.cend(); ++tag)
        lines.append(QString::number(tag.key()) + u' ' + QString::fromLatin1(*tag));
    return lines.join(u'\n');
}

class ExchangeSight final : public JobOf<StoreSight>
{
public:
    ExchangeSight(std::shared_ptr<ExchangeServer> server, QString address, StoreSight known)
        : m_server(std::move(server))
        , m_address(std::move(address))
        , m_known(std::move(known))
        , m_knownTags(tagsIn(m_known.tag))
    {
    }

private:
    void doStart() override { ask(); }

    int edge() const { return askedEdges[m_asked]; }
    QString question() const { return u"GetUserPhoto HR%1x%1"_s.arg(edge()); }

    void ask()
    {
        const QByteArray tag = m_known.asked(edge()) ? m_knownTags.value(edge()) : QByteArray();
        const PhotoSize size = PhotoSize::of(edge()).value_or(PhotoSize::largest());
        step(askedOfExchange(m_server, {m_address, size, tag}), &ExchangeSight::take);
    }

    void take(const EwsPhotoAnswer &answer)
    {
        if (answer.kind == Kind::NoPhoto) {
            m_sight.evidence.append(question() + u": no photo"_s);
            return next(askedEdges.size() - 1); // the others would answer the same
        }
        if (m_asked > 0 && m_sight.served.isEmpty())
            return onlySmallest(answer);
        const bool unchanged = answer.kind == Kind::Unchanged;
        const EncodedPhoto photo = unchanged ? m_known.asked(edge())->photo : answer.photo;
        const QByteArray tag = unchanged ? m_knownTags.value(edge()) : answer.tag;
        if (!tag.isEmpty())
            m_tags.insert(edge(), tag);
        m_sight.add(edge(), photo);
        m_sight.evidence.append(
            photoEvidence(unchanged ? question() + u" (unchanged)"_s : question(), photo));
        next(m_asked + 1);
    }

    /// The smallest size comes from the directory whatever the mailbox says [MS-OXWSPHOTO]; the other sizes
    /// would too, had nobody removed the photo.
    void onlySmallest(const EwsPhotoAnswer &answer)
    {
        m_sight.signs |= Sign::RemovedOnPurpose;
        m_sight.evidence.append(photoEvidence(question() + u", out of the directory"_s, answer.photo));
        next(m_asked);
    }

    void next(std::size_t place)
    {
        if (m_asked + 1 == askedEdges.size()) {
            m_sight.tag = tagText(m_tags);
            return finish(m_sight);
        }
        m_asked = place;
        ask();
    }

    std::shared_ptr<ExchangeServer> m_server;
    QString m_address;
    StoreSight m_known;
    TagsBySize m_knownTags;
    TagsBySize m_tags;
    StoreSight m_sight;
    std::size_t m_asked = 0;
};

} // namespace

JobPtr<StoreSight> seenInExchange(
    std::shared_ptr<ExchangeServer> server, const QString &address, const StoreSight &known)
{
    return JobPtr<StoreSight>(new ExchangeSight(std::move(server), address, known));
}

} // namespace likeness
