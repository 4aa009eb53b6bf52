// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/settings/machinepolicy.h"

#include <QFile>
#include <QFileInfo>
#include <QStandardPaths>

namespace likeness {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 largestPolicy = 1024 * 1024;

enum class PolicyPlace { Empty, File, Closed };

/// A folder that lets nobody look inside may hold one.
PolicyPlace placeAt(const QString &path)
{
    const QFileInfo file(path);
    if (file.exists())
        return file.isFile() ? PolicyPlace::File : PolicyPlace::Closed;
    const QFileInfo folder(file.absolutePath());
    const bool closed = file.isSymLink() || (folder.exists() && !folder.isExecutable());
    return closed ? PolicyPlace::Closed : PolicyPlace::Empty;
}

Result<Policy> readPolicy(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error {Errc::BadInput, file.errorString()};
    const QByteArray json = file.read(largestPolicy + 1);
    if (file.error() != QFileDevice::NoError)
        return Error {Errc::BadInput, file.errorString()};
    if (json.size() > largestPolicy)
        return Error {Errc::BadInput, u"too large for a policy"_s};
    return Policy::parse(json, path);
}

Policy unusablePolicy(const QString &path, const QString &why)
{
    Error error {Errc::PolicyUnusable, path + u": "_s + why};
    error.policy = PolicyReason {Prohibition::Write, path, {}};
    return Policy {{}, error};
}

} // namespace

QStringList machinePolicyPlaces()
{
    QStringList folders;
#ifdef Q_OS_UNIX
    // whatever the account's environment says
    folders << u"/etc/likeness"_s << u"/etc/xdg/likeness"_s;
#endif
    const QStringList known = QStandardPaths::standardLocations(QStandardPaths::GenericConfigLocation);
    for (const QString &folder : known.mid(1)) // the first is the account's own
        folders << folder + u"/likeness"_s;
    folders.removeDuplicates();
    for (QString &folder : folders)
        folder += u"/policy.json"_s;
    return folders;
}

Policy policyAt(const QStringList &places)
{
    Policy all;
    for (const QString &path : places) {
        const PolicyPlace place = placeAt(path);
        if (place == PolicyPlace::Empty)
            continue;
        const Result<Policy> policy = place == PolicyPlace::File
            ? readPolicy(path)
            : Result<Policy>(Error {Errc::BadInput, u"it cannot be looked into"_s});
        all = all.with(policy ? *policy : unusablePolicy(path, policy.error().detail));
    }
    return all;
}

Policy machinePolicy()
{
    return policyAt(machinePolicyPlaces());
}

} // namespace likeness
