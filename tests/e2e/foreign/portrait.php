<?php
// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
// PHP's SoapClient: portrait.php read|write EWS_URL CA_FILE USER PASSWORD MAIL FILE
// Sets the file as the photo of MAIL, or writes the photo into the file.
require __DIR__ . '/exchange.php';
[, $mode, $url, $ca, $user, $password, $mail, $file] = $argv;
$exchange = new Exchange($url, $ca, $user, $password);
if ($mode === 'write') {
    $set = $exchange->setPhoto($mail, $file);
    if ($set['ResponseCode'] !== 'NoError')
        exit($set['ResponseCode']);
} else {
    file_put_contents($file, base64_decode($exchange->photo($mail, 'HR648x648')['PictureData']));
}
echo "{}\n";
