// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "tests/models/sync/boardtext.h"

#include "models/photo/photosize.h"

#include <QMap>
#include <QPainter>
#include <QRegularExpression>
#include <QTest>

namespace likeness::test {

using namespace Qt::StringLiterals;

namespace {

/// A picture of its own for each letter: eight soft blots, nowhere symmetric.
QImage letterPicture(QChar letter)
{
    QImage picture(256, 256, QImage::Format_RGB32);
    uint seed = letter.unicode() * 2654435761U;
    const auto next = [&seed](uint below) {
        seed = seed * 1664525U + 1013904223U;
        return static_cast<int>((seed >> 16) % below);
    };
    picture.fill(QColor(next(200), next(200), next(200)));
    QPainter painter(&picture);
    painter.setPen(Qt::NoPen);
    for (int blot = 0; blot < 8; ++blot) {
        painter.setBrush(QColor(next(256), next(256), next(256)));
        painter.drawEllipse(QPoint(next(256), next(256)), 24 + next(60), 24 + next(60));
    }
    return picture;
}

ServedPhoto photoOf(const QString &kind, QChar letter, int edge, qsizetype bytes)
{
    QImage picture = letterPicture(letter);
    if (kind == "~"_L1)
        picture = picture.mirrored(true, false);
    else if (kind == "%"_L1)
        picture = picture.copy(12, 10, 232, 232);
    QByteArray content = u"%1%2%3/"_s.arg(kind, letter).arg(edge).toLatin1();
    content.resize(bytes > 0 ? bytes : edge * 40, 'x');
    return {edge, EncodedPhoto::of(content, {edge, edge}),
        Fingerprint::of(picture.scaled(edge, edge, Qt::IgnoreAspectRatio, Qt::SmoothTransformation))};
}

std::chrono::minutes minutesIn(const QString &text)
{
    const qint64 number = text.chopped(1).toLongLong();
    switch (text.back().unicode()) {
    case 'd':
        return std::chrono::minutes(number * 24 * 60);
    case 'h':
        return std::chrono::minutes(number * 60);
    default:
        return std::chrono::minutes(number);
    }
}

QDateTime before(const QDateTime &now, const QString &age)
{
    return now.addSecs(-std::chrono::seconds(minutesIn(age)).count());
}

const QMap<QString, Sign> &signNames()
{
    static const QMap<QString, Sign> names {{u"removed"_s, Sign::RemovedOnPurpose},
        {u"preview"_s, Sign::PreviewOnly}, {u"placeholder"_s, Sign::Placeholder},
        {u"fromexchange"_s, Sign::FromExchange}, {u"jpegphoto"_s, Sign::OtherAttribute},
        {u"replicas"_s, Sign::ReplicasDiffer}, {u"forbidden"_s, Sign::WritesForbidden},
        {u"nomailbox"_s, Sign::NoMailbox}, {u"oldmailbox"_s, Sign::OldMailbox},
        {u"contact"_s, Sign::ContactPhoto}, {u"outside"_s, Sign::ExternalViewer},
        {u"commandgone"_s, Sign::CommandGone}};
    return names;
}

/// Servers keep the ladder below what they were given.
QList<ServedPhoto> servedSizes(SyncNode node, const QRegularExpressionMatch &photo)
{
    const int edge = photo.captured(u"edge"_s).toInt();
    const auto served = [&](int size, qsizetype bytes) {
        return photoOf(photo.captured(u"kind"_s), photo.captured(u"letter"_s).front(), size, bytes);
    };
    QList<ServedPhoto> sizes {served(edge, photo.captured(u"bytes"_s).toLongLong())};
    const bool ladder = node == SyncNode::Exchange || node == SyncNode::Microsoft365;
    for (auto step = PhotoSize::ladder.rbegin(); ladder && step != PhotoSize::ladder.rend(); ++step) {
        if (*step < edge)
            sizes.append(served(*step, 0));
    }
    return sizes;
}

constexpr auto photoPattern = R"((?<kind>[~%]?)(?<letter>[A-Z])(?<edge>\d+)(/(?<bytes>\d+))?)";

/// NODE=PHOTO(AGE)+SIGN; nullopt = cannot be read.
std::optional<Sighting> sightingIn(const QString &word, const QDateTime &now, bool past)
{
    static const QRegularExpression pattern(
        uR"(^(?<node>\w+)=(%1|-|!|[?])(\((?<age>\d+[dhm])\))?(\+(?<sign>\w+))?$)"_s.arg(
            QLatin1String(photoPattern)));
    const QRegularExpressionMatch match = pattern.match(word);
    const auto node = syncNodeOf(match.captured(u"node"_s));
    if (!match.hasMatch() || !node)
        return std::nullopt;
    Sighting sighting {*node, now};
    const QString age = match.captured(u"age"_s);
    if (past)
        sighting.at = before(now, age);
    else if (!age.isEmpty())
        sighting.changed = before(now, age);
    if (word.contains(u'!'))
        sighting.failed = Error {Errc::Offline};
    if (word.contains(u'?'))
        sighting.failed = Error {Errc::NotFound, u"nobody of that name"_s};
    if (!match.captured(u"letter"_s).isEmpty())
        sighting.served = servedSizes(*node, match);
    if (const QString sign = match.captured(u"sign"_s); !sign.isEmpty()) {
        if (!signNames().contains(sign))
            return std::nullopt;
        sighting.signs = signNames().value(sign);
    }
    return sighting;
}

bool applySetting(SyncSettings &settings, const QString &word)
{
    const QString name = word.section(u'=', 0, 0);
    const QString value = word.section(u'=', 1);
    if (name == "expiration"_L1)
        settings.sharePointExpiration = minutesIn(value);
    else if (name == "noimport"_L1)
        settings.sharePointPulls = false;
    else if (name == "import"_L1)
        settings.profileImport = true;
    else if (name == "export"_L1)
        settings.profileExport = true;
    else if (name == "nosync"_L1)
        settings.directorySync = false;
    else if (name == "nocloudmailbox"_L1)
        settings.cloudMailbox = false;
    else if (name == "fixed"_L1)
        settings.peopleMayChange = false;
    else if (name == "preferdirectory"_L1)
        settings.prefersDirectoryPhotos = true;
    else if (word == "source=cloud"_L1)
        settings.photoSource = SyncSettings::PhotoSource::Cloud;
    else if (word == "source=onpremises"_L1)
        settings.photoSource = SyncSettings::PhotoSource::OnPremises;
    else if (word == "photos=none"_L1)
        settings.contactPhotos = SyncSettings::ContactPhotos::None;
    else if (word == "photos=directory"_L1)
        settings.contactPhotos = SyncSettings::ContactPhotos::DirectoryOnly;
    else
        return false;
    return true;
}

/// One line of a case that is no expectation; false = cannot be read.
bool applyLine(BoardText &board, const QString &key, const QStringList &words)
{
    for (const QString &word : words) {
        if (key == "set"_L1) {
            if (!applySetting(board.settings, word))
                return false;
        } else if (key == "with"_L1) {
            if (!syncNodeOf(word))
                return false;
            board.settings.present.insert(*syncNodeOf(word));
        } else if (key == "ask"_L1) {
            if (!syncNodeOf(word))
                return false;
            board.settings.asked.insert(*syncNodeOf(word));
        } else if (key == "uploaded"_L1) {
            const auto photo = sightingIn(u"exop="_s + word, board.now, false);
            if (!photo || !photo->changed)
                return false;
            board.seen.uploaded = *photo->largest();
            board.seen.uploadedAt = photo->changed;
        } else {
            const bool past = key == "past"_L1;
            const auto sighting = sightingIn(word, board.now, past);
            if (!sighting)
                return false;
            (past ? board.seen.earlier : board.seen.sightings).append(*sighting);
            board.settings.present.insert(sighting->node);
        }
    }
    return true;
}

QString differenceOfWord(
    const QString &word, const Finding &finding, const QDateTime &now, QStringList &named)
{
    const auto asked = [&](bool holds, const QString &found) {
        return holds ? QString() : QString(u"asked "_s + word + u", found "_s + found);
    };
    const QString value = word.section(u'=', 1);
    const Arrival &arrival = finding.arrival;
    if (word.startsWith(u'+') || word.startsWith(u'?')) {
        const QStringList &ids = word.startsWith(u'+') ? finding.flows : finding.disputes;
        named.append(word.mid(1));
        return asked(ids.contains(word.mid(1)), ids.join(u' '));
    }
    if (word == "visit"_L1)
        return asked(arrival.comes() && arrival.after == Trigger::OwnVisit, u"something else"_s);
    if (word == "never"_L1)
        return asked(!arrival.comes(), u"an arrival"_s);
    if (word == "by=?"_L1)
        return asked(arrival.comes() && !arrival.latest, u"something else"_s);
    if (word.startsWith("by="_L1)) {
        const QString found = arrival.latest ? arrival.latest->toString(Qt::ISODate) : u"no time"_s;
        return asked(
            arrival.latest && *arrival.latest == now.addSecs(std::chrono::seconds(minutesIn(value)).count()),
            found);
    }
    if (word.startsWith("cure="_L1))
        return asked(finding.cures.contains(value), finding.cures.join(u' '));
    if (word.startsWith("from="_L1))
        return asked(finding.source == syncNodeOf(value), finding.source ? idOf(*finding.source) : "none"_L1);
    if (word.startsWith("shows="_L1))
        return asked(finding.shows && finding.shows->edge() == value.toInt(),
            QString::number(finding.shows ? finding.shows->edge() : 0));
    if (syncStateNamed(word))
        return asked(finding.state == *syncStateNamed(word), nameOf(finding.state));
    if (word.front().isUpper()) {
        named.append(word);
        return asked(finding.rule == word, finding.rule);
    }
    return asked(word == nameOf(finding.cause), nameOf(finding.cause));
}

} // namespace

QList<BoardText> boardsIn(const QByteArray &text)
{
    QList<BoardText> boards;
    int number = 0;
    for (const QString &line : QString::fromUtf8(text).split(u'\n')) {
        ++number;
        const QStringList words = line.simplified().split(u' ', Qt::SkipEmptyParts);
        if (words.isEmpty() || line.startsWith(u'#'))
            continue;
        const QString &key = words.constFirst();
        if (key == "case"_L1) {
            boards.append({line.mid(5), number});
            boards.last().now = QDateTime({2026, 11, 21}, {12, 0}, Qt::UTC);
        } else if (key == "on"_L1) {
            boards.last().now.setDate(QDate::fromString(words.value(1), Qt::ISODate));
        } else if (syncNodeOf(key)) {
            boards.last().expected.append(line.simplified());
        } else if (!QStringList {u"set"_s, u"with"_s, u"ask"_s, u"seen"_s, u"past"_s, u"uploaded"_s}.contains(
                       key)
            || !applyLine(boards.last(), key, words.mid(1))) {
            QTest::qFail(qPrintable(u"line %1 cannot be read: "_s.arg(number) + line), __FILE__, __LINE__);
        }
    }
    return boards;
}

QString differenceFrom(const QString &line, const SyncBoard &board, const QDateTime &now, QStringList &named)
{
    const QStringList words = line.split(u' ');
    const Finding *finding = board.at(*syncNodeOf(words.constFirst()));
    if (!finding)
        return u"no such workload on the board"_s;
    QStringList differences;
    for (const QString &word : words.mid(1)) {
        if (const QString difference = differenceOfWord(word, *finding, now, named); !difference.isEmpty())
            differences.append(difference);
    }
    return differences.join(u"; "_s);
}

} // namespace likeness::test
