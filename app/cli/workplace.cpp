// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "app/cli/workplace.h"

#include "app/cli/passwordprompt.h"
#include "app/composition/ledgeropening.h"
#include "app/composition/organisationbuilder.h"
#include "services/secrets/bestsecretstore.h"
#include "services/secrets/keychainsecretstore.h"
#include "services/secrets/memorysecretstore.h"
#include "services/settings/machinepolicy.h"

#include <QCoreApplication>
#include <QDir>
#include <QMap>
#include <QStandardPaths>
#include <algorithm>

namespace likeness {

using namespace Qt::StringLiterals;

namespace {

struct WorkplaceText
{
    Q_DECLARE_TR_FUNCTIONS(Workplace)
};

QString dataFile(const QString &name)
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + u"/likeness/"_s + name;
}

QList<EndpointSettings> endpointsOf(const OrganisationFile &file, bool (*wanted)(const EndpointSettings &))
{
    QList<EndpointSettings> endpoints;
    std::copy_if(file.endpoints.begin(), file.endpoints.end(), std::back_inserter(endpoints), wanted);
    return endpoints;
}

bool asksPassword(const EndpointSettings &endpoint)
{
    return endpoint.asksPassword();
}

bool asksToken(const EndpointSettings &endpoint)
{
    return endpoint.signIn == EndpointSettings::SignIn::OAuth;
}

/// File, password, stores, ledger: one after the other.
class WorkplaceOpening final : public JobOf<std::shared_ptr<Workplace>>
{
public:
    explicit WorkplaceOpening(const CommandContext &context)
        : m_context(context)
        , m_place(std::make_shared<Workplace>())
    {
    }

private:
    void doStart() override
    {
        const Result<OrganisationFile> file = organisationFile(m_context.options);
        if (!file)
            return finish(file.error());
        m_file = *file;
        m_endpoints = endpointsOf(m_file, asksPassword);
        if (m_context.options.passwordFromInput)
            return takeInput();
        m_place->secrets = std::make_unique<RunSecrets>(
            std::make_unique<BestSecretStore>(std::make_unique<KeychainSecretStore>()));
        lookUpNext();
    }

    void lookUpNext()
    {
        if (m_endpoints.isEmpty())
            return build();
        attempt(m_place->secrets->load(m_endpoints.first().secretKey()), &WorkplaceOpening::useOrAsk);
    }
    void useOrAsk(const Result<std::optional<QByteArray>> &found)
    {
        if (found && *found) {
            m_endpoints.removeFirst();
            return lookUpNext();
        }
        m_context.output.endProgress();
        //: Asks for a password on the terminal: %1 is an account, %2 a server.
        const QString question = WorkplaceText::tr("Password of %1 on %2:")
                                     .arg(m_endpoints.first().account, m_endpoints.first().url.host());
        takePassword(passwordFromTerminal(question));
    }
    /// Standard input: the password first, then a refresh token for each account that has one instead. Where
    /// there is no such account, no second line is asked for.
    void takeInput()
    {
        m_place->secrets = std::make_unique<RunSecrets>(std::make_unique<MemorySecretStore>());
        const Result<QByteArray> password = passwordFromInput();
        if (!password)
            return finish(password.error());
        for (const EndpointSettings &endpoint : endpointsOf(m_file, asksToken)) {
            const Result<QByteArray> token = passwordFromInput();
            if (!token)
                break;
            m_given.insert(endpoint.secretKey(), *token);
        }
        takePassword(password);
    }
    /// A password that was given is for this run only and for every account of the file that has one.
    void takePassword(const Result<QByteArray> &password)
    {
        if (!password)
            return finish(password.error());
        for (const EndpointSettings &endpoint : endpointsOf(m_file, asksPassword))
            m_given.insert(endpoint.secretKey(), *password);
        keepNext({});
    }
    void keepNext(const Done &)
    {
        if (m_given.isEmpty())
            return build();
        const QString key = m_given.firstKey();
        step(m_place->secrets->keepForNow(key, m_given.take(key)), &WorkplaceOpening::keepNext);
    }

    void build()
    {
        Result<Organisation> organisation
            = builtOrganisation(m_file, *m_place->secrets, m_context.workers, machinePolicy());
        if (!organisation)
            return finish(organisation.error());
        m_place->organisation = std::make_shared<Organisation>(*std::move(organisation));
        if (!m_context.options.ledgerFile.isEmpty())
            m_file.ledger.reset();
        if (!m_file.ledger)
            return openLedger({}, MayAsk::No);
        attempt(m_place->secrets->load(m_file.ledger->secretKey()), &WorkplaceOpening::openSharedLedger);
    }
    void openSharedLedger(const Result<std::optional<QByteArray>> &found)
    {
        openLedger(found && *found ? **found : QByteArray(),
            m_context.options.passwordFromInput ? MayAsk::No : MayAsk::Yes);
    }

    enum class MayAsk { No, Yes };
    void openLedger(const QByteArray &password, MayAsk mayAsk)
    {
        const QString &named = m_context.options.ledgerFile;
        Result<SqlLedger::Opening> opening
            = openedLedger(m_file, named.isEmpty() ? dataFile(u"ledger.sqlite"_s) : named, password);
        if (!opening && opening.error().code == Errc::SignInNeeded && mayAsk == MayAsk::Yes)
            return askForLedger(opening.error());
        if (!opening)
            return finish(opening.error());
        if (!opening->movedAside.isEmpty())
            //: %1 is the path of a file.
            m_context.output.note(
                WorkplaceText::tr("The ledger was damaged; it was moved to %1 and a new one begun.")
                    .arg(opening->movedAside));
        m_place->history = &opening->ledger->sightings();
        m_place->standings = &opening->ledger->standings();
        m_place->scanQueue = &opening->ledger->scanQueue();
        m_place->imports = &opening->ledger->imports();
        m_place->ledger = std::move(opening->ledger);
        finish(m_place);
    }
    void askForLedger(const Error &why)
    {
        m_context.output.endProgress();
        const LedgerServer &server = *m_file.ledger;
        const Result<QByteArray> password
            = passwordFromTerminal(WorkplaceText::tr("Password of %1 on %2:").arg(server.user, server.host));
        if (!password)
            return finish(why);
        openLedger(*password, MayAsk::No);
    }

    CommandContext m_context;
    std::shared_ptr<Workplace> m_place;
    OrganisationFile m_file;
    QList<EndpointSettings> m_endpoints; ///< whose password is still to be seen to
    QMap<QString, QByteArray> m_given; ///< what is still to be kept for this run, by key
};

} // namespace

Result<OrganisationFile> organisationFile(const GlobalOptions &options)
{
    const QString &named = options.organisationFile;
    const QString path = named.isEmpty() ? dataFile(u"organisation.json"_s) : named;
    if (named.isEmpty() && !QFile::exists(path))
        return Error {Errc::BadInput,
            WorkplaceText::tr("No organisation is set up here; name one with --organisation FILE, or try "
                              "“likeness-cli sandbox”.")};
    return OrganisationFile::load(path);
}

JobPtr<std::shared_ptr<Workplace>> openWorkplace(const CommandContext &context)
{
    return JobPtr<std::shared_ptr<Workplace>>(new WorkplaceOpening(context));
}

} // namespace likeness
