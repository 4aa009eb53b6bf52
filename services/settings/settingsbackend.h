// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QHash>
#include <QSettings>
#include <QVariant>

namespace likeness {

/// Where settings lie, by key ("look/theme"). Owned by the composition root, logic thread.
class SettingsBackend
{
public:
    virtual ~SettingsBackend() = default;

    /// Invalid = not set.
    virtual QVariant value(const QString &key) const = 0;
    /// Does nothing for a locked key.
    virtual void setValue(const QString &key, const QVariant &value) = 0;
    /// Set by the organisation; the window shows it greyed.
    virtual bool isLocked(const QString &key) const = 0;
};

/// For tests, and for runs that shall leave no trace.
class MemorySettings final : public SettingsBackend
{
public:
    QVariant value(const QString &key) const override { return m_values.value(key); }
    void setValue(const QString &key, const QVariant &value) override { m_values.insert(key, value); }
    bool isLocked(const QString &) const override { return false; }

private:
    QHash<QString, QVariant> m_values;
};

/// The person's own INI file; keys it does not know stay. With a managed file, whose keys win and are locked:
/// that is how an organisation rolls out settings.
class FileSettings final : public SettingsBackend
{
public:
    explicit FileSettings(const QString &file, const QString &managedFile = {});

    QVariant value(const QString &key) const override;
    void setValue(const QString &key, const QVariant &value) override;
    bool isLocked(const QString &key) const override;

private:
    QSettings m_own;
    QHash<QString, QVariant> m_managed; // read once: never written, and not changed while we run
};

} // namespace likeness
