// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/cli/personcommand.h"

#include <QJsonArray>
#include <map>

namespace likeness {

/// `likeness-cli show PERSON`: what each store holds, side by side; with --out the photos themselves.
class ShowCommand final : public PersonCommand
{
    Q_DECLARE_TR_FUNCTIONS(ShowCommand)
public:
    static CommandSpec spec();

    ShowCommand(const CommandContext &context, const QString &person, QStringList stores, QString folder);

private:
    using Reading = JobPtr<std::optional<StoredPhoto>>;

    void begin() override;
    void doCancel() override;
    void oneArrived();
    void report();
    QJsonObject shown(const PhotoStore &store, const Result<std::optional<StoredPhoto>> &read);
    /// Where the photo was put; empty when it was not to be kept.
    Result<QString> kept(const PhotoStore &store, const EncodedPhoto &photo) const;

    const QStringList m_names;
    const QString m_folder;
    QList<PhotoStore *> m_stores;
    std::vector<Reading> m_readings;
    std::optional<Error> m_firstError;
    int m_failed = 0;
};

} // namespace likeness
