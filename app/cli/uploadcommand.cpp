// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "app/cli/uploadcommand.h"

#include "app/cli/photowords.h"
#include "models/upload/handover.h"
#include "services/job/workerjob.h"
#include "ui/common/errorwords.h"

#include <QFileInfo>
#include <algorithm>

namespace likeness {

using namespace Qt::StringLiterals;

namespace {

bool isHarmless(PlanWarning warning)
{
    return warning == PlanWarning::CropEnlarged || warning == PlanWarning::AlreadyThere;
}

/// STORE=SHA256 or STORE=none.
Result<QMap<QString, QString>> parsedExpectations(const QStringList &texts)
{
    QMap<QString, QString> expected;
    for (const QString &text : texts) {
        const QString hash = text.section(u'=', 1).toLower();
        if (!text.contains(u'=') || (hash != "none"_L1 && hash.size() != 64))
            return Error {Errc::BadInput, UploadCommand::tr("--expect takes STORE=SHA256 or STORE=none.")};
        expected.insert(text.section(u'=', 0, 0), hash);
    }
    return expected;
}

/// With what somebody else can do.
Error onlyRead(const StoreOffer &offer)
{
    Error error {Errc::Unsupported, u"this store is only read"_s};
    error.handover = handoverText(
        {.step = HandoverStep::PublishPicture, .identity = offer.place, .byteLimit = offer.byteLimit})
                         .value_or(QString());
    return error;
}

} // namespace

CommandSpec UploadCommand::spec()
{
    return {"upload"_L1, tr("Make a photo of a picture and write it to stores."),
        [](QCommandLineParser &parser) {
            parser.addPositionalArgument(
                u"person"_s, tr("Key, address, UPN or DN of the person."), tr("PERSON"));
            parser.addPositionalArgument(u"picture"_s, tr("The picture to open."), tr("PICTURE"));
            parser.addOption(
                {u"store"_s, tr("A store to write to; may be given again. At least one."), tr("NAME")});
            parser.addOption({{u"y"_s, u"yes"_s}, tr("Do not ask before writing.")});
            parser.addOption({u"expect"_s,
                tr("Write only if the store holds this photo now, by its hash as show tells it, or none."),
                tr("STORE=SHA256")});
            addRecipeOptions(parser);
        },
        [](const QCommandLineParser &parser, const CommandContext &context) -> Result<CommandPtr> {
            const QStringList arguments = parser.positionalArguments();
            if (arguments.size() != 3)
                return Error {Errc::BadInput, tr("upload takes a person and a picture.")};
            if (!parser.isSet(u"store"_s))
                return Error {
                    Errc::BadInput, tr("upload needs --store, the name of a store, at least once.")};
            const Result<RecipeOptions> recipe = recipeOptions(parser);
            if (!recipe)
                return recipe.error();
            const auto expected = parsedExpectations(parser.values(u"expect"_s));
            if (!expected)
                return expected.error();
            return CommandPtr(new UploadCommand(context,
                {arguments[1], arguments[2], parser.values(u"store"_s), *recipe, *expected,
                    parser.isSet(u"yes"_s)}));
        }};
}

UploadCommand::UploadCommand(const CommandContext &context, UploadWish wish)
    : PersonCommand(context, wish.person)
    , m_wish(std::move(wish))
{
}

void UploadCommand::interrupt()
{
    if (m_run)
        m_run->cancel();
    else
        cancel();
}

QString UploadCommand::subject() const
{
    if (!m_refusedBy.isEmpty())
        return m_refusedBy;
    return m_session || m_stores.isEmpty() ? PersonCommand::subject() : QFileInfo(m_wish.picture).fileName();
}

void UploadCommand::begin()
{
    const Result<QList<PhotoStore *>> chosen = stores(m_wish.stores);
    if (!chosen)
        return finish(chosen.error());
    m_stores = *chosen;
    //: %1 is the name of a file.
    output().progress(tr("Rendering %1…").arg(m_wish.picture));
    step(runInWorker<MadePhoto>(context().workers,
             [picture = m_wish.picture, recipe = m_wish.recipe](
                 std::stop_token stop) { return madePhoto(picture, recipe, stop); }),
        &UploadCommand::planFor);
}

void UploadCommand::planFor(const MadePhoto &photo)
{
    m_photo = photo;
    for (const QString &sentence : notesOn(photo, m_wish.recipe))
        output().note(sentence);
    output().progress(tr("Asking the stores…"));
    m_session = std::make_unique<UploadSession>(organisation(), *workplace().ledger, context().workers);
    m_session->setPerson(person());
    for (const StoreOffer &offer : QList(m_session->offers()))
        m_session->choose(offer.store, std::ranges::any_of(m_stores, [&offer](const PhotoStore *store) {
            return store->id() == offer.store;
        }));
    connect(m_session.get(), &UploadSession::offersChanged, this, [this] {
        if (!m_session->isPlanning() && !m_run && !isFinished())
            propose();
    });
    m_session->setRenditions(photo.renditions, photo.crop().edge());
    m_session->refresh();
}

/// Everything is known: show it, hold it against what was expected, ask, and go.
void UploadCommand::propose()
{
    m_session->disconnect(this);
    showPlan();
    for (const StoreOffer &offer : m_session->offers()) {
        const auto expected = m_wish.expected.constFind(offer.store.instance);
        const QString now = offer.current ? offer.current->sha256 : u"none"_s;
        if (expected != m_wish.expected.cend() && offer.currentKnown && *expected != now)
            return finish(Error {Errc::Conflict, offer.store.instance + u" holds "_s + now});
    }
    const QList<PlanStep> &steps = m_session->plan().steps;
    if (std::ranges::none_of(steps, &PlanStep::writes))
        return concludeUnstarted();
    if (!m_wish.agreed && !output().confirmed(tr("Upload?"))) {
        output().note(tr("Nothing was written. (--yes uploads without asking.)"));
        answer({{u"person"_s, jsonOf(person())}, {u"declined"_s, true}});
        return finish(ExitCode::Declined);
    }
    m_run = std::make_unique<WriteRun>(*m_session, output());
    connect(m_run.get(), &WriteRun::finished, this, &UploadCommand::conclude);
    m_session->upload();
}

void UploadCommand::showPlan() const
{
    for (const PlanStep &step : m_session->plan().steps) {
        const StoreOffer *offer = offerOf(step.store);
        if (!offer || !offer->chosen)
            continue;
        if (step.writes)
            //: One step of an upload: %1 its number, %2 a store's title, %3 the photo to be written, %4 its
            //: JPEG quality, %5 the photo that is there now.
            output().line(tr("%1. %2: %3, quality %4; replaces: %5")
                              .arg(step.number)
                              .arg(offer->title, wordsFor(offer->planned))
                              .arg(offer->plannedQuality)
                              .arg(wordsFor(offer->current)));
        for (const PlanWarning warning : step.warnings) {
            if (warning != PlanWarning::CropEnlarged) // said once, about the picture
                output().note(likeness::wordsFor(warning, *offer, m_photo->crop().edge()));
        }
    }
}

const StoreOffer *UploadCommand::offerOf(const StoreId &store) const
{
    const QList<StoreOffer> &offers = m_session->offers();
    const auto found = std::ranges::find(offers, store, &StoreOffer::store);
    return found == offers.cend() ? nullptr : &*found;
}

/// The chosen stores that the plan leaves out, and why.
QMap<QString, Error> UploadCommand::leftOut() const
{
    QMap<QString, Error> errors;
    for (const PlanStep &step : m_session->plan().steps) {
        const StoreOffer *offer = offerOf(step.store);
        if (!offer || !offer->chosen || step.writes || std::ranges::all_of(step.warnings, isHarmless))
            continue;
        Error why {Errc::Forbidden, u"the server says this account may not write there"_s};
        if (offer->forbidden)
            why = *offer->forbidden;
        else if (offer->readOnly)
            why = onlyRead(*offer);
        else if (offer->unreadable)
            why = *offer->unreadable;
        else if (offer->unplannable)
            why = *offer->unplannable;
        else if (step.warnings.contains(PlanWarning::NothingFits))
            why = Error {Errc::NothingFits};
        errors.insert(step.store.instance, why);
    }
    return errors;
}

void UploadCommand::concludeUnstarted()
{
    const QMap<QString, Error> errors = leftOut();
    if (!errors.isEmpty()) {
        m_refusedBy = storesNamed(organisation(), {errors.firstKey()})->first()->traits().title;
        return finish(errors.first());
    }
    output().note(tr("This photo is there already; nothing was written."));
    answerWith({});
    finish(ExitCode::Ok);
}

void UploadCommand::conclude()
{
    answerWith(m_run->outcomes());
    const ExitCode verdict = m_run->verdict();
    finish(verdict == ExitCode::Ok && !leftOut().isEmpty() ? ExitCode::Partial : verdict);
}

void UploadCommand::answerWith(QJsonArray outcomes) const
{
    const QMap<QString, Error> errors = leftOut();
    for (auto error = errors.cbegin(); error != errors.cend(); ++error)
        outcomes.append(QJsonObject {{u"store"_s, error.key()}, {u"outcome"_s, u"left-out"_s},
            {u"error"_s, jsonOf(*error, error.key())}});
    QJsonObject json = jsonOf(*m_photo, m_wish.recipe);
    json.insert("person"_L1, jsonOf(person()));
    json.insert("stores"_L1, outcomes);
    answer(json);
}

} // namespace likeness
