// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/cli/personcommand.h"
#include "app/cli/photomaking.h"
#include "app/cli/writerun.h"

#include <QMap>
#include <memory>

namespace likeness {

/// What `upload` was asked to do.
struct UploadWish
{
    QString person;
    QString picture;
    QStringList stores;
    RecipeOptions recipe;
    QMap<QString, QString> expected; ///< store -> hash of the photo it must hold now, or "none"
    bool agreed = false; ///< --yes: do not ask
};

/// `likeness-cli upload PERSON PICTURE --store NAME…`: make the photo, show the plan, ask, write, read back.
class UploadCommand final : public PersonCommand
{
    Q_DECLARE_TR_FUNCTIONS(UploadCommand)
public:
    static CommandSpec spec();

    UploadCommand(const CommandContext &context, UploadWish wish);
    /// A write that has begun is finished first.
    void interrupt() override;
    QString subject() const override;

private:
    void begin() override;
    bool settlesFirst() const override { return true; }
    void planFor(const MadePhoto &photo);
    void propose();
    void showPlan() const;
    void concludeUnstarted();
    void conclude();
    void answerWith(QJsonArray outcomes) const;
    const StoreOffer *offerOf(const StoreId &store) const;
    QMap<QString, Error> leftOut() const;

    const UploadWish m_wish;
    QList<PhotoStore *> m_stores;
    QString m_refusedBy; ///< title of the store a failure is about
    std::optional<MadePhoto> m_photo;
    std::unique_ptr<UploadSession> m_session;
    std::unique_ptr<WriteRun> m_run;
};

} // namespace likeness
