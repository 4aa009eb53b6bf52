// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <chrono>
#include <optional>

namespace likeness {

/// What went wrong, as far as a program has to tell cases apart. Every value has its sentence in
/// ui/common/errorwords.cpp and its exit code in app/cli/exitcode.cpp; both switch exhaustively.
enum class Errc {
    Cancelled,
    // the way to a server
    Offline, ///< no connection: name not found, refused, dropped
    Timeout,
    ProxyFailed, ///< a proxy on the way is not there, wants a sign-in or gives up
    CertificateExpired,
    CertificateWrongName,
    CertificateUnknownIssuer,
    ClockWrong, ///< this machine's clock and the server's are too far apart to sign in
    EncryptionNeeded, ///< the server refuses to talk without TLS or sealing
    // who is asking
    SignInNeeded, ///< wrong name or password, or none given
    AccountLocked,
    AccountDisabled,
    AccountExpired,
    PasswordExpired,
    PasswordMustChange,
    NoTicket, ///< Kerberos: no or expired ticket, unknown service
    ConsentNeeded, ///< neither the person nor an administrator has agreed to what the application asks for
    // what was asked
    Forbidden,
    ForbiddenByPolicy, ///< an administrator has said so (models/policy); Error::policy says what
    PolicyUnusable, ///< there is a policy that cannot be read, so nothing is written
    ReadOnly,
    NotPublic, ///< a picture that everybody should be served wants a sign-in
    NotFound, ///< the person, not the photo: "no photo" is an answer, never an error
    Ambiguous, ///< several people fit
    TooLarge, ///< the store refuses the number of bytes
    Refused, ///< the store refuses the photo for another reason
    Conflict, ///< somebody else wrote in between; nothing was overwritten
    NotVerified, ///< written, but what was read back is another photo
    Throttled,
    BadReply,
    Unsupported,
    // pictures
    NotAPicture,
    PictureUnsupported, ///< a picture, of a kind we do not open
    PictureBroken,
    PictureTooLarge, ///< over a limit of bytes, dimensions or pixels
    PictureTooSlow, ///< decoding took longer than allowed
    NothingFits, ///< no acceptable quality fits the byte budget
    NoFace,
    // this machine
    BadInput, ///< a file, option or setting that cannot be used as it stands
    Local, ///< disk, memory, process
};

/// What an administrator's policy does not let be done. Imports keep the number: new ones go to the end.
enum class Prohibition {
    Write, ///< to this store at all
    Larger, ///< photos over so many pixels
    Smaller, ///< photos under so many pixels
    Others, ///< photos of anybody but the person who sits here
    Groups, ///< photos of the members of a group
    BulkImport, ///< photos of many people in one go
};

/// Why the policy stands in the way, for sentences.
struct PolicyReason
{
    Prohibition what = Prohibition::Write;
    QString subject {}; ///< pixels or the group's name; of Errc::PolicyUnusable the file
    QString reason {}; ///< the administrator's own words, shown as they stand; empty = none given
    bool unknown = false; ///< Groups: whether the person is a member could not be found out

    friend bool operator==(const PolicyReason &, const PolicyReason &) = default;
};

/// A failure as a value. `detail` is English, for the log and the "Details" pane; it is never shown as is and
/// never holds a secret. `serverTrace` carries what an administrator can look up (request ids, result text).
struct Error
{
    Errc code = Errc::Local;
    QString detail {};
    QString serverTrace {};
    std::optional<std::chrono::seconds> retryAfter {};
    /// Lines somebody with other rights or tools can run instead (models/upload/handover.h); empty = none.
    QString handover {};
    std::optional<PolicyReason> policy {}; ///< of ForbiddenByPolicy and PolicyUnusable
};

/// The value of an operation that has nothing else to say.
struct Done
{
    friend bool operator==(Done, Done) = default;
};

} // namespace likeness
