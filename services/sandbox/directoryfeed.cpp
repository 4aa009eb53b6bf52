// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/sandbox/directoryfeed.h"

#include "services/log/categories.h"

#include <chrono>

namespace likeness {

namespace {

constexpr std::chrono::seconds feedPatience {10};

} // namespace

struct DirectoryFeed::Waiting
{
    bool done = false;
    std::optional<QByteArray> found {};
};

/// Puts one photo there, whatever stands there: a server asks nobody.
class DirectoryFeed::Change final : public JobOf<Done>
{
public:
    Change(PhotoStore &directory, const QString &key, QByteArray jpeg)
        : m_directory(directory)
        , m_person {key, {}, {}, {}, {}}
        , m_jpeg(std::move(jpeg))
    {
    }

private:
    void doStart() override { step(m_directory.read(m_person), &Change::replace); }
    void replace(const std::optional<StoredPhoto> &found)
    {
        const ExpectedPhoto before = found ? ExpectedPhoto(found->photo) : std::nullopt;
        if (m_jpeg.isEmpty())
            return step(m_directory.remove(m_person, before), &Change::end);
        step(m_directory.write(m_person, EncodedPhoto::of(m_jpeg, {}), before), &Change::end);
    }
    void end(const Done &) { finish(Done {}); }

    PhotoStore &m_directory;
    PersonKeys m_person;
    QByteArray m_jpeg;
};

DirectoryFeed::DirectoryFeed() = default;

DirectoryFeed::~DirectoryFeed()
{
    stop();
}

void DirectoryFeed::setDirectory(std::unique_ptr<PhotoStore> directory)
{
    m_directory = std::move(directory);
}

void DirectoryFeed::tell(const QString &key, const QByteArray &jpeg)
{
    const auto waiting = std::make_shared<Waiting>();
    std::unique_lock lock(m_lock);
    if (m_stopped)
        return;
    QMetaObject::invokeMethod(
        this, [this, key, jpeg, waiting] { begin(key, jpeg, waiting); }, Qt::QueuedConnection);
    m_released.wait_for(lock, feedPatience, [&] { return m_stopped || waiting->done; });
}

std::optional<QByteArray> DirectoryFeed::ask(const QString &key)
{
    const auto waiting = std::make_shared<Waiting>();
    std::unique_lock lock(m_lock);
    if (m_stopped)
        return std::nullopt;
    QMetaObject::invokeMethod(
        this, [this, key, waiting] { beginAsking(key, waiting); }, Qt::QueuedConnection);
    m_released.wait_for(lock, feedPatience, [&] { return m_stopped || waiting->done; });
    return waiting->found;
}

void DirectoryFeed::stop()
{
    const std::scoped_lock lock(m_lock);
    m_stopped = true;
    m_released.notify_all();
}

void DirectoryFeed::begin(const QString &key, const QByteArray &jpeg, const std::shared_ptr<Waiting> &waiting)
{
    if (!m_directory)
        return release(*waiting);
    std::erase_if(m_changes, [](const JobPtr<Done> &change) { return change->isFinished(); });
    JobPtr<Done> change(new Change(*m_directory, key, jpeg));
    change->onFinished(this, [this, key, waiting](const Result<Done> &changed) {
        if (!changed)
            qCInfo(logStore).noquote() << "sandbox directory" << key << changed.error().detail;
        release(*waiting);
    });
    change->start();
    m_changes.push_back(std::move(change));
}

void DirectoryFeed::beginAsking(const QString &key, const std::shared_ptr<Waiting> &waiting)
{
    if (!m_directory)
        return release(*waiting);
    std::erase_if(m_questions, [](const auto &question) { return question->isFinished(); });
    auto question = m_directory->read({key, {}, {}, {}, {}});
    question->onFinished(this, [this, waiting](const Result<std::optional<StoredPhoto>> &found) {
        if (found && *found) {
            const std::scoped_lock lock(m_lock);
            waiting->found = (*found)->photo.bytes;
        }
        release(*waiting);
    });
    question->start();
    m_questions.push_back(std::move(question));
}

void DirectoryFeed::release(Waiting &waiting)
{
    const std::scoped_lock lock(m_lock);
    waiting.done = true;
    m_released.notify_all();
}

} // namespace likeness
