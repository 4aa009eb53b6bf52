// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "app/cli/rendercommand.h"

#include "app/cli/photowords.h"
#include "services/job/workerjob.h"

#include <QDir>
#include <QJsonArray>
#include <QSaveFile>

namespace likeness {

using namespace Qt::StringLiterals;

namespace {

Result<RenderedFile> writtenRendition(
    const Rendition &rendition, const RecipeOptions &options, const QDir &folder)
{
    const Result<EncodedRendition> encoded = encodedFor(rendition, options);
    if (!encoded)
        return encoded.error();
    const int edge = rendition.size.edge();
    const QByteArray &bytes = encoded->photo.bytes;
    QSaveFile file(folder.filePath(u"%1.jpg"_s.arg(edge)));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return Error {Errc::Local, file.fileName() + u": "_s + file.errorString()};
    return RenderedFile {file.fileName(), edge, bytes.size(), encoded->quality};
}

/// Runs in a worker.
Result<RenderReport> rendered(
    const QString &picture, const QString &folder, const RecipeOptions &options, std::stop_token stop)
{
    Result<MadePhoto> photo = madePhoto(picture, options, stop);
    if (!photo)
        return photo.error();
    if (!QDir().mkpath(folder))
        return Error {Errc::Local, folder + u": cannot be made"_s};
    QList<RenderedFile> files;
    for (const Rendition &rendition : photo->renditions) {
        if (stop.stop_requested())
            return Error {Errc::Cancelled};
        const Result<RenderedFile> file = writtenRendition(rendition, options, QDir(folder));
        if (!file)
            return file.error();
        files.prepend(*file);
    }
    return RenderReport {*std::move(photo), files};
}

} // namespace

CommandSpec RenderCommand::spec()
{
    return {"render"_L1, tr("Make the nine sizes of a picture and write them to a folder."),
        [](QCommandLineParser &parser) {
            parser.addPositionalArgument(u"picture"_s, tr("The picture to open."), tr("PICTURE"));
            parser.addOption({u"out"_s, tr("Where 48.jpg to 648.jpg are written."), tr("DIR")});
            addRecipeOptions(parser);
            addBudgetOption(parser);
        },
        [](const QCommandLineParser &parser, const CommandContext &context) -> Result<CommandPtr> {
            const QStringList arguments = parser.positionalArguments();
            if (arguments.size() != 2)
                return Error {Errc::BadInput, tr("render takes one picture.")};
            if (parser.value(u"out"_s).isEmpty())
                return Error {Errc::BadInput, tr("render needs --out, the folder to write to.")};
            Result<RecipeOptions> options = recipeOptions(parser);
            if (!options)
                return options.error();
            if (const Result<Done> read = readBudgets(parser, *options); !read)
                return read.error();
            return CommandPtr(new RenderCommand(context, arguments[1], parser.value(u"out"_s), *options));
        }};
}

RenderCommand::RenderCommand(
    const CommandContext &context, QString picture, QString folder, RecipeOptions options)
    : m_context(context)
    , m_picture(std::move(picture))
    , m_folder(std::move(folder))
    , m_options(std::move(options))
{
}

void RenderCommand::doStart()
{
    //: %1 is the name of a file.
    m_context.output.progress(tr("Rendering %1…").arg(m_picture));
    step(runInWorker<RenderReport>(m_context.workers,
             [picture = m_picture, folder = m_folder, options = m_options](
                 std::stop_token stop) { return rendered(picture, folder, options, stop); }),
        &RenderCommand::report);
}

void RenderCommand::report(const RenderReport &made)
{
    Output &output = m_context.output;
    for (const QString &sentence : notesOn(made.photo, m_options))
        output.note(sentence);
    QJsonArray files;
    for (const RenderedFile &file : made.files) {
        //: One size of a photo: %1 its edge in pixels, %2 its bytes, %3 its JPEG quality.
        output.line(tr("%1 px  %2 bytes  quality %3").arg(file.edge, 3).arg(file.bytes, 7).arg(file.quality));
        files.append(QJsonObject {{u"edge"_s, file.edge}, {u"bytes"_s, static_cast<qint64>(file.bytes)},
            {u"quality"_s, file.quality}, {u"file"_s, file.path}});
    }
    QJsonObject answer = jsonOf(made.photo, m_options);
    answer.insert("renditions"_L1, files);
    output.object(answer);
    finish(ExitCode::Ok);
}

} // namespace likeness
