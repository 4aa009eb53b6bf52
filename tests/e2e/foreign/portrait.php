<?php
// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
// PHP's SoapClient without a WSDL: portrait.php read|write EWS_URL CA_FILE USER PASSWORD MAIL FILE
// Sets the file as the photo of MAIL, or writes the photo into the file.
[, $mode, $url, $ca, $user, $password, $mail, $file] = $argv;
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

if ($mode === 'write') {
    $set = call($client, $messages, 'SetUserPhoto',
        ['Email' => $mail, 'Content' => base64_encode(file_get_contents($file))]);
    if ($set['ResponseCode'] !== 'NoError')
        exit($set['ResponseCode']);
} else {
    $got = call($client, $messages, 'GetUserPhoto', ['Email' => $mail, 'SizeRequested' => 'HR648x648']);
    file_put_contents($file, base64_decode($got['PictureData']));
}
echo "{}\n";
