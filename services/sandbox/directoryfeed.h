// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/stores/photostore.h"

#include <QObject>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <vector>

namespace likeness {

/// The way by which the sandbox's Exchange changes the sandbox's directory, as a real one does before it
/// answers: whoever saves in Exchange finds the small photo in the directory at once. Owned by the sandbox,
/// lives on the logic thread; tell() is called on the threads of the servers. Without a directory it does
/// nothing.
class DirectoryFeed final : public QObject
{
    Q_OBJECT
public:
    DirectoryFeed();
    ~DirectoryFeed() override;

    void setDirectory(std::unique_ptr<PhotoStore> directory);
    /// Any thread but the logic thread. Returns when the directory holds the photo (no bytes: none), when it
    /// cannot, or after stop().
    void tell(const QString &key, const QByteArray &jpeg);
    /// The same for what it holds; nullopt = none, or it does not answer.
    std::optional<QByteArray> ask(const QString &key);
    /// Lets go whoever waits, and everybody after that.
    void stop();

private:
    class Change;
    struct Waiting;

    void beginAsking(const QString &key, const std::shared_ptr<Waiting> &waiting);
    void begin(const QString &key, const QByteArray &jpeg, const std::shared_ptr<Waiting> &waiting);
    void release(Waiting &waiting);

    std::unique_ptr<PhotoStore> m_directory;
    std::vector<JobPtr<Done>> m_changes;
    std::vector<JobPtr<std::optional<StoredPhoto>>> m_questions;
    std::mutex m_lock; // guards m_stopped and what Waiting holds
    std::condition_variable m_released;
    bool m_stopped = false;
};

} // namespace likeness
