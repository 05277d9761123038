// What is not to be seen stands as its number in braces: {0b} is U+000B.
const LINES = String.raw`
<a href="javascript:alert(1)">x</a>
<a href="JaVaScRiPt:alert(1)">x</a>
<a href=" javascript:alert(1)">x</a>
<a href="{09}javascript:alert(1)">x</a>
<a href="&#9;javascript:alert(1)">x</a>
<a href="&#10;javascript:alert(1)">x</a>
<a href="&#13;javascript:alert(1)">x</a>
<a href="&#1;javascript:alert(1)">x</a>
<a href="&#31;javascript:alert(1)">x</a>
<a href="&#127;javascript:alert(1)">x</a>
<a href="&#160;javascript:alert(1)">x</a>
<a href="&nbsp;javascript:alert(1)">x</a>
<a href="&#x3000;javascript:alert(1)">x</a>
<a href="&#xfeff;javascript:alert(1)">x</a>
<a href="&#8203;javascript:alert(1)">x</a>
<a href="&#8232;javascript:alert(1)">x</a>
<a href="java&#9;script:alert(1)">x</a>
<a href="java&Tab;script:alert(1)">x</a>
<a href="java&NewLine;script:alert(1)">x</a>
<a href="java&#10;script:alert(1)">x</a>
<a href="java&#13;script:alert(1)">x</a>
<a href="java&#xA;script:alert(1)">x</a>
<a href="java&#0000010script:alert(1)">x</a>
<a href="javascript&#9;:alert(1)">x</a>
<a href="javascript&#58;alert(1)">x</a>
<a href="javascript&#x3a;alert(1)">x</a>
<a href="javascript&colon;alert(1)">x</a>
<a href="javascript&#0058alert(1)">x</a>
<a href="javascript&#x0000003Aalert(1)">x</a>
<a href="&#106;&#97;&#118;&#97;&#115;&#99;&#114;&#105;&#112;&#116;&#58;&#97;&#108;&#101;&#114;&#116;&#40;&#49;&#41;">x</a>
<a href="&#x6A&#x61&#x76&#x61&#x73&#x63&#x72&#x69&#x70&#x74&#x3A&#x61&#x6C&#x65&#x72&#x74&#x28&#x31&#x29">x</a>
<a href="&#0000106&#0000097&#0000118&#0000097&#0000115&#0000099&#0000114&#0000105&#0000112&#0000116&#0000058&#0000097&#0000108&#0000101&#0000114&#0000116&#0000040&#0000049&#0000041">x</a>
<a href="javascript&#37;3aalert(1)">x</a>
<a href="java%0ascript:alert(1)">x</a>
<a href="java%09script:alert(1)">x</a>
<a href="%6Aavascript:alert(1)">x</a>
<a href="javascript%3Aalert(1)">x</a>
<a href="javascript:%61lert(1)">x</a>
<a href="javascript://example.com/%0aalert(1)">x</a>
<a href="javascript://https://example.com/%0d%0aalert(1)">x</a>
<a href="javascript:/*https://example.com*/alert(1)">x</a>
<a href="javascript:&#x2028;alert(1)">x</a>
<a href="javascript:void(0)//https://">x</a>
<a href="\x6aavascript:alert(1)">x</a>
<a href="\u006aavascript:alert(1)">x</a>
<a href="jav\ascript:alert(1)">x</a>
<a href="j&#x61;v&#x61;script:alert(1)">x</a>
<a href="ｊavascript:alert(1)">x</a>
<a href="javаscript:alert(1)">x</a>
<a href="javascript：alert(1)">x</a>
<a href="vbscript:msgbox(1)">x</a>
<a href="VBSCRIPT:msgbox(1)">x</a>
<a href="livescript:alert(1)">x</a>
<a href="mocha:alert(1)">x</a>
<a href="data:text/html,<script>alert(1)</script>">x</a>
<a href="data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==">x</a>
<a href="data:image/svg+xml,<svg onload=alert(1)>">x</a>
<a href="DATA:text/html,x">x</a>
<a href="d&#97;ta:text/html,x">x</a>
<a href="blob:https://example.com/1">x</a>
<a href="file:///etc/passwd">x</a>
<a href="ftp://example.com/x">x</a>
<a href="feed:javascript:alert(1)">x</a>
<a href="feed:https://example.com">x</a>
<a href="view-source:javascript:alert(1)">x</a>
<a href="jar:https://example.com!/x">x</a>
<a href="ms-its:x">x</a>
<a href="mhtml:https://example.com!x">x</a>
<a href="about:blank">x</a>
<a href="chrome://settings">x</a>
<a href="intent://x#Intent;end">x</a>
<a href="filesystem:https://example.com/x">x</a>
<a href="ws://example.com">x</a>
<a href="sms:1">x</a>
<a href="skype:x">x</a>
<a href="callto:1">x</a>
<a href="market://x">x</a>
<a href="x-apple:x">x</a>
<a href="//evil.example/x">x</a>
<a href="/\\evil.example">x</a>
<a href="\\evil.example">x</a>
<a href="///evil.example">x</a>
<a href="?javascript:alert(1)">x</a>
<a href="#javascript:alert(1)">x</a>
<a href=".">x</a>
<a href="https://">x</a>
<a href="http://">x</a>
<a href="mailto">x</a>
<a href="https://exa mple.example">x</a>
<a href="https://example.example/&#10;x">x</a>
<a href="&#x202e;https://example.example">x</a>
<a href=javascript:alert(1)>x</a>
<a href={60}javascript:alert(1){60}>x</a>
<a/href='javascript:alert(1)'>x</a>
<a{09}href='javascript:alert(1)'>x</a>
<a href = 'javascript:alert(1)'>x</a>
<A HREF='javascript:alert(1)'>x</A>
<a xlink:href='javascript:alert(1)'>x</a>
<a href='https://a.example' href='javascript:alert(1)' onclick=alert(1)>x</a>
<a href='javascript:alert(1)' href='https://a.example'>x</a>
<a href='https://a.example' style='background:url(/pasted)'>x</a>
<a href='https://a.example' target=_self ping='/pasted'>x</a>
<a href='https://a.example' onmouseover=alert(1)>x</a>
<a href='https://a.example'/onmouseover='alert(1)'>x</a>
<a href='https://a.example"onmouseover=alert(1)'>x</a>
<a href='https://a.example' download=x.exe>x</a>
<a href='https://a.example' autofocus onfocus=alert(1) tabindex=0>x</a>
<a name=x id=getElementById>x</a>
<a href=''>x</a>
<a>x</a>
<audio src=/pasted.mp3 autoplay onloadstart=alert(1)></audio>
<applet code=/pasted.class></applet>
<a href="https://a.example"><a href="javascript:alert(1)">x</a></a>
<a href="javascript:alert(1)//https://a.example">https://a.example</a>
`;

/** Links that are none, by every way to write one that filters let through. */
export const HOSTILE_LINKS: readonly string[] = LINES.trim()
  .split('\n')
  .map((line) => line.replace(/\{([0-9a-f]{2})\}/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))));
