/** How a paper looks: on a screen light or dark, on a phone, and on A4. */
export const htmlStyle = `
:root{color-scheme:light dark;--ink:#1b1f24;--soft:#57606a;--line:#c8ced6;--paper:#fff;--band:#f3f5f8;--new:#0b5d2c;--gone:#8c1d18;--mark:#7a4b00}
@media (prefers-color-scheme:dark){:root{--ink:#e8eaed;--soft:#a5adb8;--line:#454c56;--paper:#15181c;--band:#1f242a;--new:#7ee2a0;--gone:#ffa198;--mark:#f2c46d}}
*{box-sizing:border-box}
body{margin:0 auto;padding:1.5rem;max-width:62rem;color:var(--ink);background:var(--paper);font:1rem/1.5 system-ui,"Segoe UI","Liberation Sans",Arial,sans-serif}
h1{font-size:1.7rem;line-height:1.25;margin:.4rem 0 .8rem}
h2{font-size:1.25rem;margin:2.2rem 0 .6rem;padding-bottom:.25rem;border-bottom:2px solid var(--ink)}
h3{font-size:1.05rem;margin:1.5rem 0 .4rem}
p{margin:.4rem 0}
.register{margin:0;color:var(--soft)}
.register strong{color:var(--mark);border:1px solid currentColor;padding:0 .4em;letter-spacing:.06em}
dl{margin:0}
dl div{display:flex;gap:.6rem}
dt{flex:0 0 9.5rem;color:var(--soft)}
dd{margin:0}
blockquote{margin:1.4rem 0;padding:.8rem 1.1rem;border-inline-start:4px solid var(--ink);background:var(--band);font-size:1.08rem}
.reference{font-size:.95rem;color:var(--soft)}
cite{font-style:normal;font-family:ui-monospace,"Liberation Mono",monospace}
table{width:100%;border-collapse:collapse;margin:.8rem 0 1.2rem;font-size:.92rem;table-layout:fixed}
caption{text-align:start;font-weight:600;padding:.3rem 0;color:var(--soft)}
th,td{text-align:start;vertical-align:top;padding:.35rem .5rem;border-top:1px solid var(--line);overflow-wrap:anywhere;hyphens:auto}
thead th{background:var(--band);border-top:0;border-bottom:2px solid var(--line);hyphens:manual;overflow-wrap:normal}
tbody th{font-weight:500}
td p,th p{margin:0 0 .15rem}
ul{padding-inline-start:1.3rem}
li{margin:.2rem 0}
ins{color:var(--new);text-decoration:underline;text-underline-offset:.15em}
del{color:var(--gone);text-decoration:line-through}
footer{margin-top:2.5rem;padding-top:.6rem;border-top:1px solid var(--line);color:var(--soft);font-size:.88rem}
@media screen and (max-width:44rem){
body{padding:1rem}
dl div{display:block}
thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
table,tbody,tr,th,td,caption{display:block;width:100%}
tr{border-top:2px solid var(--line);padding:.3rem 0}
th,td{border:0;padding:.1rem 0}
td:empty{display:none}
td::before{content:attr(data-column) ": ";color:var(--soft);font-size:.85em}
}
@page{size:A4;margin:18mm 16mm 20mm;@bottom-right{content:counter(page) "/" counter(pages)}}
@media print{
:root{--ink:#000;--soft:#444;--line:#aaa;--paper:#fff;--band:#f0f0f0;--new:#063;--gone:#700;--mark:#000}
html{font-size:9.5pt}
body{padding:0;max-width:none}
th,td{padding:.25rem .4rem}
tr,blockquote,li{break-inside:avoid}
h2,h3,caption,thead,thead tr{break-after:avoid}
h3+p{break-inside:avoid;break-after:avoid}
thead{display:table-header-group}
}`.trim();
