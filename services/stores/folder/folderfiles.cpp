// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/stores/folder/folderfiles.h"

#include <QFile>
#include <QFileInfo>
#include <cerrno>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <thread>
#include <unistd.h>
#include <utility>

namespace likeness {
namespace {

class FileDescriptor
{
public:
    FileDescriptor(const QByteArray &path, int flags, mode_t mode = 0)
        : m_fd(::open(path.constData(), flags | O_CLOEXEC, mode))
    {
    }
    ~FileDescriptor()
    {
        if (m_fd >= 0)
            ::close(m_fd);
    }
    Q_DISABLE_COPY_MOVE(FileDescriptor)
    int get() const { return m_fd; }
    int release() { return std::exchange(m_fd, -1); }
    /// Errors of delayed writes (quota, network) appear only here.
    bool close() { return ::close(release()) == 0; }

private:
    int m_fd;
};

bool writeAll(int fd, const QByteArray &bytes)
{
    qsizetype done = 0;
    while (done < bytes.size()) {
        const ssize_t count = ::write(fd, bytes.constData() + done, static_cast<size_t>(bytes.size() - done));
        if (count < 0 && errno != EINTR)
            return false;
        done += std::max<ssize_t>(count, 0);
    }
    return true;
}

} // namespace

Error fileError(int errnoValue, const QString &what, const QString &path)
{
    Errc code = Errc::Local;
    switch (errnoValue) {
    case EACCES:
    case EPERM:
    case EROFS:
        code = Errc::ReadOnly;
        break;
    case EFBIG:
        code = Errc::TooLarge;
        break;
    case ENOENT:
    case ENOTDIR:
    case ENAMETOOLONG:
        code = Errc::BadInput;
        break;
    case EHOSTDOWN:
    case EHOSTUNREACH:
    case ENETUNREACH:
    case ESTALE:
    case ETIMEDOUT:
        code = Errc::Offline;
        break;
    default: // no room, quota, input/output error
        break;
    }
    return {code, what % u' ' % path % u": " % qt_error_string(errnoValue)};
}

Result<std::optional<QByteArray>> readWholeFile(const QString &path, qint64 limit)
{
    const QByteArray local = QFile::encodeName(path);
    const FileDescriptor file(local, O_RDONLY | O_NONBLOCK);
    if (file.get() < 0) {
        const int problem = errno;
        if (problem == ENOENT && QFileInfo(QFileInfo(path).path()).isDir())
            return std::optional<QByteArray>();
        Error error = fileError(problem, QStringLiteral("open"), path);
        if (error.code == Errc::ReadOnly)
            error.code = Errc::Forbidden;
        return error;
    }
    struct stat status
    {
    };
    if (::fstat(file.get(), &status) != 0)
        return fileError(errno, QStringLiteral("stat"), path);
    if (!S_ISREG(status.st_mode))
        return Error {Errc::BadInput, path % u" is not a file"};
    if (status.st_size > limit)
        return Error {Errc::TooLarge, path % u" has " % QString::number(status.st_size) % u" bytes"};
    QByteArray bytes(limit + 1, Qt::Uninitialized);
    qsizetype filled = 0;
    while (filled < bytes.size()) {
        const ssize_t count
            = ::read(file.get(), bytes.data() + filled, static_cast<size_t>(bytes.size() - filled));
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0)
            return fileError(errno, QStringLiteral("read"), path);
        if (count == 0)
            break;
        filled += count;
    }
    bytes.truncate(filled);
    bytes.squeeze();
    return std::optional<QByteArray>(bytes);
}

StagedFile::StagedFile(QString path, QByteArray temporary)
    : m_path(std::move(path))
    , m_temporary(std::move(temporary))
{
}

StagedFile::StagedFile(StagedFile &&other) noexcept
    : m_path(std::move(other.m_path))
    , m_temporary(std::exchange(other.m_temporary, {}))
{
}

StagedFile::~StagedFile()
{
    if (!m_temporary.isEmpty())
        ::unlink(m_temporary.constData());
}

Result<StagedFile> StagedFile::beside(const QString &path, const QByteArray &bytes)
{
    const QFileInfo info(path);
    const QString hidden
        = info.path() % u"/." % info.fileName() % u'.' % QString::number(::getpid()) % u".part";
    const QByteArray temporary = QFile::encodeName(hidden);
    FileDescriptor file(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW, 0644);
    if (file.get() < 0)
        return fileError(errno, QStringLiteral("create"), hidden);
    StagedFile staged(path, temporary);
    if (!writeAll(file.get(), bytes) || ::fsync(file.get()) != 0 || !file.close())
        return fileError(errno, QStringLiteral("write"), hidden);
    return staged;
}

Result<Done> StagedFile::replace()
{
    if (::rename(m_temporary.constData(), QFile::encodeName(m_path).constData()) != 0)
        return fileError(errno, QStringLiteral("rename to"), m_path);
    m_temporary.clear();
    return Done {};
}

Result<Done> StagedFile::create()
{
    const QByteArray path = QFile::encodeName(m_path);
    if (::link(m_temporary.constData(), path.constData()) == 0)
        return Done {}; // the destructor takes the second name away
    if (errno == EEXIST)
        return Error {Errc::Conflict, m_path % u" has appeared in the meantime"};
    if (errno != EPERM && errno != EOPNOTSUPP && errno != ENOSYS && errno != EMLINK)
        return fileError(errno, QStringLiteral("link to"), m_path);
    // File systems without hard links (FAT, some shares): the lock has to do
    if (::access(path.constData(), F_OK) == 0)
        return Error {Errc::Conflict, m_path % u" has appeared in the meantime"};
    return replace();
}

Result<Done> removeFile(const QString &path)
{
    if (::unlink(QFile::encodeName(path).constData()) != 0 && errno != ENOENT)
        return fileError(errno, QStringLiteral("remove"), path);
    return Done {};
}

Result<Done> syncFolder(const QString &folder)
{
    const FileDescriptor directory(QFile::encodeName(folder), O_RDONLY | O_DIRECTORY);
    if (directory.get() < 0)
        return fileError(errno, QStringLiteral("open"), folder);
    // Some network file systems cannot sync a directory and say so with EINVAL
    if (::fsync(directory.get()) != 0 && errno != EINVAL)
        return fileError(errno, QStringLiteral("sync"), folder);
    return Done {};
}

FolderLock::FolderLock(int descriptor)
    : m_descriptor(descriptor)
{
}

FolderLock::FolderLock(FolderLock &&other) noexcept
    : m_descriptor(std::exchange(other.m_descriptor, -1))
{
}

FolderLock::~FolderLock()
{
    if (m_descriptor >= 0)
        ::close(m_descriptor);
}

Result<FolderLock> FolderLock::take(
    const QString &folder, std::chrono::milliseconds patience, std::stop_token stop)
{
    const QString path = folder % u"/.likeness.lock";
    FileDescriptor file(QFile::encodeName(path), O_RDWR | O_CREAT | O_NOFOLLOW, 0666);
    if (file.get() < 0)
        return fileError(errno, QStringLiteral("lock"), path);
    const auto deadline = std::chrono::steady_clock::now() + patience;
    while (::flock(file.get(), LOCK_EX | LOCK_NB) != 0) {
        if (errno != EWOULDBLOCK && errno != EINTR)
            return fileError(errno, QStringLiteral("lock"), path);
        if (stop.stop_requested())
            return Error {Errc::Cancelled};
        if (std::chrono::steady_clock::now() > deadline)
            return Error {Errc::Timeout, u"another program holds " % path};
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
    }
    return FolderLock(file.release());
}

} // namespace likeness
