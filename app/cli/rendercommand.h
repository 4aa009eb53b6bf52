// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/cli/command.h"
#include "app/cli/photomaking.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace likeness {

/// One file that was written.
struct RenderedFile
{
    QString path;
    int edge = 0;
    qsizetype bytes = 0;
    int quality = 0;
};
struct RenderReport
{
    MadePhoto photo;
    QList<RenderedFile> files; ///< smallest first
};

/// `likeness-cli render PICTURE --out DIR`: writes 48.jpg … 648.jpg.
class RenderCommand final : public Command
{
    Q_DECLARE_TR_FUNCTIONS(RenderCommand)
public:
    static CommandSpec spec();

    RenderCommand(const CommandContext &context, QString picture, QString folder, RecipeOptions options);
    QString subject() const override { return QFileInfo(m_picture).fileName(); }

private:
    void doStart() override;
    void report(const RenderReport &made);

    CommandContext m_context;
    const QString m_picture;
    const QString m_folder;
    const RecipeOptions m_options;
};

} // namespace likeness
