<?php
// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
// PHP's SoapClient: photo.php EWS_URL CA_FILE USER PASSWORD MAIL PICTURE
// Prints what GetUserPhoto gave, sets the picture, and prints what SetUserPhoto answered.
require __DIR__ . '/exchange.php';
[, $url, $ca, $user, $password, $mail, $picture] = $argv;
$exchange = new Exchange($url, $ca, $user, $password);
$got = $exchange->photo($mail, 'HR96x96');
$set = $exchange->setPhoto($mail, $picture);
echo json_encode(['get' => $got['ResponseCode'], 'changed' => $got['HasChanged'],
    'bytes' => strlen(base64_decode($got['PictureData'])), 'set' => $set['ResponseCode']]), "\n";
