<?php
// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
// Exchange Web Services by PHP's SoapClient without a WSDL.
class Exchange
{
    const TYPES = 'http://schemas.microsoft.com/exchange/services/2006/types';
    const MESSAGES = 'http://schemas.microsoft.com/exchange/services/2006/messages';
    private SoapClient $client;

    function __construct($url, $ca, $user, $password)
    {
        $this->client = new SoapClient(null, ['location' => $url, 'uri' => self::MESSAGES, 'login' => $user,
            'password' => $password, 'exceptions' => true,
            'stream_context' => stream_context_create(['ssl' => ['cafile' => $ca]])]);
        $version = '<t:RequestServerVersion xmlns:t="' . self::TYPES . '" Version="Exchange2016"/>';
        $this->client->__setSoapHeaders(
            new SoapHeader(self::TYPES, 'RequestServerVersion', new SoapVar($version, XSD_ANYXML)));
    }

    function photo($mail, $size)
    {
        return $this->call('GetUserPhoto', ['Email' => $mail, 'SizeRequested' => $size]);
    }

    function setPhoto($mail, $file)
    {
        return $this->call('SetUserPhoto', ['Email' => $mail, 'Content' => base64_encode(file_get_contents($file))]);
    }

    private function call($operation, $parts)
    {
        $arguments = [];
        foreach ($parts as $name => $text)
            $arguments[] = new SoapVar($text, XSD_STRING, null, null, $name, self::MESSAGES);
        $answer = $this->client->__soapCall($operation, $arguments, ['soapaction' => self::MESSAGES . "/$operation"]);
        // several elements come as an array by name, a single one as its text
        return is_array($answer) ? $answer : ['ResponseCode' => $answer];
    }
}
