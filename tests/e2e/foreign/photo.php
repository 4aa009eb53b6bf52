<?php
// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
// PHP's SoapClient without a WSDL: photo.php EWS_URL CA_FILE USER PASSWORD MAIL PICTURE
// Prints what GetUserPhoto gave, sets the picture, and prints what SetUserPhoto answered.
[, $url, $ca, $user, $password, $mail, $picture] = $argv;
$types = 'http://schemas.microsoft.com/exchange/services/2006/types';
$messages = 'http://schemas.microsoft.com/exchange/services/2006/messages';
$client = new SoapClient(null, [
    'location' => $url, 'uri' => $messages, 'login' => $user, 'password' => $password, 'exceptions' => true,
    'stream_context' => stream_context_create(['ssl' => ['cafile' => $ca]])]);
$version = "<t:RequestServerVersion xmlns:t=\"$types\" Version=\"Exchange2016\"/>";
$client->__setSoapHeaders(new SoapHeader($types, 'RequestServerVersion', new SoapVar($version, XSD_ANYXML)));

function call($client, $messages, $operation, $parts)
{
    $arguments = [];
    foreach ($parts as $name => $text)
        $arguments[] = new SoapVar($text, XSD_STRING, null, null, $name, $messages);
    $answer = $client->__soapCall($operation, $arguments, ['soapaction' => "$messages/$operation"]);
    // several elements come as an array by name, a single one as its text
    return is_array($answer) ? $answer : ['ResponseCode' => $answer];
}

$got = call($client, $messages, 'GetUserPhoto', ['Email' => $mail, 'SizeRequested' => 'HR96x96']);
$set = call($client, $messages, 'SetUserPhoto',
    ['Email' => $mail, 'Content' => base64_encode(file_get_contents($picture))]);
echo json_encode(['get' => $got['ResponseCode'], 'changed' => $got['HasChanged'],
    'bytes' => strlen(base64_decode($got['PictureData'])), 'set' => $set['ResponseCode']]), "\n";
