// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/common/errorwords.h"

#include <QCoreApplication>
#include <QLocale>

namespace likeness {
namespace {

/// The translation context of this file; three switches by what the errors are about.
class ErrorTexts
{
    Q_DECLARE_TR_FUNCTIONS(likeness::ErrorTexts)
public:
    static ErrorWords connection(Errc code, const QString &where);
    static ErrorWords account(Errc code, const QString &where);
    static ErrorWords request(const Error &error, const QString &where);
    static ErrorWords policy(const Error &error, const QString &where);
    static QString forbidden(const PolicyReason &policy, const QString &where);
    static ErrorWords picture(Errc code, const QString &where);
    static ErrorWords machine(Errc code, const QString &where);
    static QString note(PictureNote note);
    static QString readOnly(const StoreOffer &offer);
    static QString warning(PlanWarning warning, const StoreOffer &offer, int cropEdge);
};

ErrorWords ErrorTexts::connection(Errc code, const QString &where)
{
    //: In all sentences of this context %1 is the name of a store ("Active Directory") or of a picture file
    const QString unreachable = tr("%1 cannot be reached").arg(where);
    const QString unproven = tr("%1 could not prove who it is").arg(where);
    switch (code) {
    case Errc::Offline:
        return {unreachable, tr("There was no answer, or the connection was lost."),
            tr("Check the network or the VPN, then press Retry.")};
    case Errc::Timeout:
        return {tr("%1 takes too long").arg(where), tr("%1 did not answer in time.").arg(where),
            tr("It may be busy. Press Retry in a moment.")};
    case Errc::ProxyFailed:
        return {tr("%1 cannot be reached through the proxy").arg(where),
            tr("The proxy is not there, wants a sign-in, or does not find %1.").arg(where),
            tr("Check the proxy in Settings, or ask whoever runs the network.")};
    case Errc::CertificateExpired:
        return {unproven, tr("Its certificate has expired."),
            tr("Ask whoever runs the server to renew it. Also check the date of this computer.")};
    case Errc::CertificateWrongName:
        return {unproven, tr("Its certificate was issued for another name."),
            tr("Check the server name in Settings; it must be the one in the certificate.")};
    case Errc::CertificateUnknownIssuer:
        return {unproven, tr("Its certificate comes from an authority this computer does not know."),
            tr("If your organisation has its own authority, choose its CA file in Settings.")};
    case Errc::ClockWrong:
        return {tr("The clock of this computer or of the server is wrong"),
            tr("The time here and the time %1 tells are too far apart, so a sign-in, a certificate or a date "
               "cannot be trusted.")
                .arg(where),
            tr("Set the clock and the time zone of this computer, best by the network. If they are right, "
               "tell whoever runs the server.")};
    case Errc::EncryptionNeeded:
        return {tr("%1 wants an encrypted connection").arg(where),
            tr("%1 refuses to talk without encryption.").arg(where),
            tr("In Settings, use an address that begins with ldaps:// or turn StartTLS on.")};
    default:
        return {};
    }
}

ErrorWords ErrorTexts::account(Errc code, const QString &where)
{
    const QString helpdesk = tr("Ask your helpdesk.");
    switch (code) {
    case Errc::SignInNeeded:
        return {tr("You are not signed in to %1").arg(where),
            tr("Your sign-in was not accepted, or it has ended."),
            tr("Sign in again in Settings, then press Retry.")};
    case Errc::AccountLocked:
        return {tr("Your account is locked"),
            tr("%1 has locked the account after too many attempts.").arg(where),
            tr("Wait until it is unlocked, or ask your helpdesk.")};
    case Errc::AccountDisabled:
        return {tr("The account is disabled"), tr("%1 does not accept this account any more.").arg(where),
            helpdesk};
    case Errc::AccountExpired:
        return {tr("The account has expired"),
            tr("%1 accepted this account only until a certain day.").arg(where), helpdesk};
    case Errc::PasswordExpired:
        return {tr("Your password has expired"),
            tr("%1 did not let you in because your password has expired.").arg(where),
            tr("Change it, then press Retry.")};
    case Errc::PasswordMustChange:
        return {tr("Your password must be changed first"),
            tr("%1 wants a new password before it lets you in.").arg(where),
            tr("Change it, then press Retry.")};
    case Errc::NoTicket:
        return {tr("There is no valid sign-in of this computer"),
            tr("%1 expects the sign-in of this computer (Kerberos), and there is none or it has run out.")
                .arg(where),
            tr("Sign in to the domain again, or choose a name and password in Settings.")};
    case Errc::ConsentNeeded:
        return {tr("Likeness is not approved there yet"),
            tr("%1 lets Likeness in only after the rights it asks for have been approved.").arg(where),
            tr("Sign in again in Settings and approve them. If you may not, ask an administrator of your "
               "organisation to approve them for everybody.")};
    default:
        return {};
    }
}

ErrorWords ErrorTexts::request(const Error &error, const QString &where)
{
    switch (error.code) {
    case Errc::Forbidden:
        return {tr("You may not change this photo"),
            tr("%1 does not allow you to change this person's photo.").arg(where),
            tr("Somebody with that right has to do it.")};
    case Errc::ReadOnly:
        return {tr("%1 cannot be changed here").arg(where),
            tr("This copy of %1 can only be read.").arg(where),
            tr("Use a server or folder that can be written, in Settings.")};
    case Errc::NotPublic:
        return {tr("The picture is not public"),
            tr("%1 serves its pictures only to those who sign in, so nobody sees them in Lync or Skype for "
               "Business.")
                .arg(where),
            tr("Ask whoever runs the server to let everybody read them.")};
    case Errc::NotFound:
        return {tr("The person is not there"), tr("%1 does not know this person.").arg(where),
            tr("Search for the person again; they may have been renamed or moved.")};
    case Errc::Ambiguous:
        return {tr("Several people fit"), tr("%1 knows more than one person by this name.").arg(where),
            tr("Choose one by search.")};
    case Errc::TooLarge:
        return {tr("The photo is too large"), tr("%1 does not take a photo of so many bytes.").arg(where),
            tr("Lower the limit of this store in Settings, then press Retry.")};
    case Errc::Refused:
        return {tr("The photo was refused"), tr("%1 did not accept the photo.").arg(where),
            tr("Copy the details for whoever runs it.")};
    case Errc::Conflict:
        return {tr("Somebody else changed the photo"),
            tr("The photo in %1 is another one than a moment ago. Nothing was overwritten.").arg(where),
            tr("Compare the two and choose.")};
    case Errc::NotVerified:
        return {tr("Another photo came back"),
            tr("%1 took the photo, but shows a different one when asked.").arg(where),
            tr("It may need a moment, or something else changed it. Press Retry.")};
    case Errc::Throttled:
        return {tr("%1 asks us to wait").arg(where), tr("It has had too many requests."),
            error.retryAfter
                ? tr("Press Retry in %n second(s).", nullptr, static_cast<int>(error.retryAfter->count()))
                : tr("Press Retry in a minute.")};
    case Errc::BadReply:
        return {tr("The answer makes no sense"),
            tr("%1 sent an answer that cannot be understood.").arg(where),
            tr("Check the address in Settings. If it is right, copy the details for whoever runs the "
               "server.")};
    case Errc::Unsupported:
        return {tr("This does not work here"), tr("%1 or this installation cannot do that.").arg(where), {}};
    default:
        return {};
    }
}

QString ErrorTexts::forbidden(const PolicyReason &policy, const QString &where)
{
    switch (policy.what) {
    case Prohibition::Write:
        return tr("The policy of your organisation does not allow photos to be changed in %1.").arg(where);
    case Prohibition::Larger:
        //: %2 is a number of pixels
        return tr("The policy of your organisation does not allow photos of more than %2 pixels in %1.")
            .arg(where, policy.subject);
    case Prohibition::Smaller:
        //: %2 is a number of pixels
        return tr("The policy of your organisation does not allow photos of fewer than %2 pixels in %1.")
            .arg(where, policy.subject);
    case Prohibition::Others:
        return tr("The policy of your organisation does not allow you to change other people's photos in %1.")
            .arg(where);
    case Prohibition::Groups:
        //: %2 is the name of one group, or of several with commas
        return policy.unknown
            ? tr("The policy of your organisation protects the members of %2, and it could not be found out "
                 "whether this person is one of them. So nothing is written to %1.")
                  .arg(where, policy.subject)
            : tr("The policy of your organisation protects the photos of the members of %2 in %1.")
                  .arg(where, policy.subject);
    case Prohibition::BulkImport:
        return tr("The policy of your organisation does not allow photos of many people to be written to %1 "
                  "in one go.")
            .arg(where);
    }
    return {};
}

ErrorWords ErrorTexts::policy(const Error &error, const QString &where)
{
    const PolicyReason reason = error.policy.value_or(PolicyReason {});
    if (error.code == Errc::PolicyUnusable)
        return {tr("The policy of your organisation cannot be read"),
            //: %1 is the path of a file
            tr("There is a policy in %1, but Likeness cannot use it. Until it can, nothing is written.")
                .arg(reason.subject),
            tr("Ask whoever administers this computer to correct the file; the details say what is wrong.")};
    QString explanation = forbidden(reason, where);
    if (!reason.reason.isEmpty())
        //: %1 is a sentence, %2 what an administrator has written as the reason
        explanation = tr("%1 The reason given: “%2”").arg(explanation, reason.reason);
    return {tr("Your organisation does not allow this"), explanation,
        reason.unknown ? tr("Try again when the directory answers, or ask whoever administers Likeness.")
                       : tr("Ask whoever administers Likeness if it has to be done.")};
}

ErrorWords ErrorTexts::picture(Errc code, const QString &where)
{
    const QString notOpened = tr("%1 was not opened").arg(where);
    const QString another = tr("Choose another picture.");
    switch (code) {
    case Errc::NotAPicture:
        return {notOpened, tr("This is not a picture, whatever its name says."), another};
    case Errc::PictureUnsupported:
        return {notOpened, tr("It is a picture of a kind that Likeness does not open."),
            tr("Save it as JPEG or PNG and try again.")};
    case Errc::PictureBroken:
        return {notOpened, tr("The picture is damaged or incomplete."),
            tr("Copy or download it again, or choose another picture.")};
    case Errc::PictureTooLarge:
        return {notOpened, tr("The picture is larger than Likeness opens: 200 megapixels or 256 MB."),
            tr("Make it smaller first, or choose another picture.")};
    case Errc::PictureTooSlow:
        return {notOpened, tr("Reading the picture took too long, so it was given up."), another};
    case Errc::NothingFits:
        return {tr("No photo fits the limit"),
            tr("%1 takes so few bytes that the photo would be a blur.").arg(where),
            tr("Choose a calmer background or raise the limit in Settings.")};
    case Errc::NoFace:
        return {tr("No face was found"), tr("The square was centred instead."),
            tr("Move it to where you want it.")};
    default:
        return {};
    }
}

ErrorWords ErrorTexts::machine(Errc code, const QString &where)
{
    switch (code) {
    case Errc::Cancelled:
        return {tr("Stopped"), tr("You stopped this before it was done."), {}};
    case Errc::BadInput:
        return {tr("%1 cannot be used as it stands").arg(where),
            tr("A file or setting has something in it that Likeness cannot use."),
            tr("Check it in Settings. The details say where.")};
    case Errc::Local:
        return {tr("This computer got in the way"),
            tr("A file could not be read or written, or memory ran out."),
            tr("Check the free space and your rights on the folder, then press Retry.")};
    default:
        return {};
    }
}

QString ErrorTexts::note(PictureNote note)
{
    switch (note) {
    case PictureNote::Damaged:
        return tr("The picture is damaged; parts of it may be grey. Look closely before you use it.");
    case PictureNote::ProfileIgnored:
        return tr("Its colour profile is broken and was left out; colours may look slightly different.");
    case PictureNote::ConvertedToSrgb:
        return {}; // the read-out says it
    case PictureNote::FirstFrameOnly:
        return tr("It is an animation; its first frame is used.");
    case PictureNote::OnWhite:
        return tr("Its transparent parts become white.");
    case PictureNote::WrongExtension:
        return tr("Its name says another format than it has. That does no harm.");
    }
    return {};
}

QString ErrorTexts::readOnly(const StoreOffer &offer)
{
    if (offer.store.workload == Workload::SharePoint)
        return tr("%1 shows the photo of Microsoft 365; it is changed there.").arg(offer.title);
    const QString why = tr("%1 can only be read: there is no way to send a picture there.").arg(offer.title);
    if (offer.place.isEmpty())
        return why;
    //: %1 is a sentence, %2 a number of kilobytes, %3 an address of the web
    return tr("%1 Whoever runs that web server can put a JPEG of at most %2 KB there: %3")
        .arg(why, QString::number(offer.byteLimit / 1024), offer.place);
}

QString ErrorTexts::warning(PlanWarning warning, const StoreOffer &offer, int cropEdge)
{
    switch (warning) {
    case PlanWarning::CropEnlarged: {
        const double times = double(offer.writes.edge()) / qMax(1, cropEdge);
        //: %1 store, %2 pixels of the crop's edge, %3 a factor such as 1.4
        return tr("%1 gets an enlarged photo: the square has only %2 pixels, so it is enlarged ×%3.")
            .arg(offer.title, QString::number(cropEdge), QLocale().toString(times, 'f', 1));
    }
    case PlanWarning::ForbiddenByPolicy:
        return wordsFor(offer.forbidden.value_or(Error {Errc::ForbiddenByPolicy}), offer.title).sentences();
    case PlanWarning::ReadOnlyStore:
        return readOnly(offer);
    case PlanWarning::CannotWrite:
        return tr("You may not change the photo in %1.").arg(offer.title);
    case PlanWarning::StoreUnreachable:
        return offer.unreadable ? wordsFor(*offer.unreadable, offer.title).sentences()
                                : tr("%1 cannot be reached, so nothing is written there.").arg(offer.title);
    case PlanWarning::AlreadyThere:
        return tr("%1 already has this photo.").arg(offer.title);
    case PlanWarning::NothingFits:
        return tr("No acceptable photo fits the limit of %1.").arg(offer.title);
    }
    return {};
}

} // namespace

QString ErrorWords::sentences() const
{
    return advice.isEmpty() ? explanation : explanation + u' ' + advice;
}

ErrorWords wordsFor(const Error &error, const QString &where)
{
    switch (error.code) {
    case Errc::Offline:
    case Errc::Timeout:
    case Errc::ProxyFailed:
    case Errc::CertificateExpired:
    case Errc::CertificateWrongName:
    case Errc::CertificateUnknownIssuer:
    case Errc::ClockWrong:
    case Errc::EncryptionNeeded:
        return ErrorTexts::connection(error.code, where);
    case Errc::SignInNeeded:
    case Errc::AccountLocked:
    case Errc::AccountDisabled:
    case Errc::AccountExpired:
    case Errc::PasswordExpired:
    case Errc::PasswordMustChange:
    case Errc::NoTicket:
    case Errc::ConsentNeeded:
        return ErrorTexts::account(error.code, where);
    case Errc::Forbidden:
    case Errc::ReadOnly:
    case Errc::NotPublic:
    case Errc::NotFound:
    case Errc::Ambiguous:
    case Errc::TooLarge:
    case Errc::Refused:
    case Errc::Conflict:
    case Errc::NotVerified:
    case Errc::Throttled:
    case Errc::BadReply:
    case Errc::Unsupported:
        return ErrorTexts::request(error, where);
    case Errc::ForbiddenByPolicy:
    case Errc::PolicyUnusable:
        return ErrorTexts::policy(error, where);
    case Errc::NotAPicture:
    case Errc::PictureUnsupported:
    case Errc::PictureBroken:
    case Errc::PictureTooLarge:
    case Errc::PictureTooSlow:
    case Errc::NothingFits:
    case Errc::NoFace:
        return ErrorTexts::picture(error.code, where);
    case Errc::Cancelled:
    case Errc::BadInput:
    case Errc::Local:
        return ErrorTexts::machine(error.code, where);
    }
    return {};
}

QStringList wordsFor(PictureNotes notes)
{
    QStringList sentences;
    for (const PictureNote note :
        {PictureNote::Damaged, PictureNote::ProfileIgnored, PictureNote::ConvertedToSrgb,
            PictureNote::FirstFrameOnly, PictureNote::OnWhite, PictureNote::WrongExtension}) {
        if (!notes.testFlag(note))
            continue;
        if (const QString sentence = ErrorTexts::note(note); !sentence.isEmpty())
            sentences << sentence;
    }
    return sentences;
}

QString wordsFor(PlanWarning warning, const StoreOffer &offer, int cropEdge)
{
    return ErrorTexts::warning(warning, offer, cropEdge);
}

} // namespace likeness
