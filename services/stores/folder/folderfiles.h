// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/base/result.h"

#include <QByteArray>
#include <QString>
#include <chrono>
#include <optional>
#include <stop_token>

namespace likeness {

/// What a failed file operation means; `what` says what was being done. Pure.
Error fileError(int errnoValue, const QString &what, const QString &path);

/// The whole file; nullopt when there is none. Larger than `limit` is an error, so that a stray video is not
/// read.
Result<std::optional<QByteArray>> readWholeFile(const QString &path, qint64 limit);

/// Bytes on disk beside their final place, gone again unless kept: by then everything that can fail for lack
/// of room or rights has failed, and what stood there before is untouched.
class StagedFile
{
public:
    static Result<StagedFile> beside(const QString &path, const QByteArray &bytes);
    StagedFile(StagedFile &&other) noexcept;
    StagedFile &operator=(StagedFile &&) = delete;
    ~StagedFile();

    /// Takes the place of whatever is there.
    Result<Done> replace();
    /// Fails with Conflict when something is there, also if it came this very moment.
    Result<Done> create();

private:
    StagedFile(QString path, QByteArray temporary);
    QString m_path;
    QByteArray m_temporary; // empty = nothing left to remove
};

Result<Done> removeFile(const QString &path);
/// Makes renames and removals in the folder durable.
Result<Done> syncFolder(const QString &folder);

/// Holds the folder against other writers that use the same lock, in this process and others, also over NFS;
/// freed by the system when a process dies.
class FolderLock
{
public:
    static Result<FolderLock> take(
        const QString &folder, std::chrono::milliseconds patience, std::stop_token stop);
    FolderLock(FolderLock &&other) noexcept;
    FolderLock &operator=(FolderLock &&) = delete;
    ~FolderLock();

private:
    explicit FolderLock(int descriptor);
    int m_descriptor;
};

} // namespace likeness
