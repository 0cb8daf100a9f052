/** The look of the inbox: the product's colours on the system's own fonts, from 320 px up. */
export const STYLE = `
*,*::before,*::after{box-sizing:border-box}
:root{--ink:#16262F;--ink-2:#4A5C67;--ink-3:#64767F;--rule:#D5DEE3;--paper:#F5F8FA;--link:#00618A;--hover:#004A6B}
html{-webkit-text-size-adjust:100%}
body{margin:0;background:#fff;color:var(--ink);font:18px/28px system-ui,-apple-system,"Segoe UI",Roboto,Arial,sans-serif;border-top:4px solid #009EDB;overflow-wrap:break-word}
a{color:var(--link);text-underline-offset:3px}
a:hover{color:var(--hover);text-decoration-thickness:2px}
a:focus-visible,input:focus-visible,textarea:focus-visible,button:focus-visible,summary:focus-visible{outline:3px solid #FFD447;outline-offset:0;box-shadow:0 0 0 5px var(--ink)}
.skip{position:absolute;left:-9999px}
.skip:focus{position:static;display:block;padding:8px 20px}
.wide{max-width:1040px;margin:0 auto;padding:0 20px}
header>.wide{display:flex;flex-wrap:wrap;align-items:center;gap:4px 12px;padding-top:16px;padding-bottom:16px}
header svg{width:28px;height:28px;flex:none}
.name{display:flex;gap:12px;align-items:center;font:600 20px/28px Georgia,"Times New Roman",serif;color:var(--ink);text-decoration:none}
.part{color:var(--ink-2);font-size:16px;line-height:24px}
.note{background:#F1F8FC;border:solid var(--rule);border-width:1px 0;color:#004A6B;font-size:16px;line-height:24px}
.note p{margin-top:0;margin-bottom:0;padding-top:6px;padding-bottom:6px}
main.wide{padding-top:32px;padding-bottom:56px}
h1{font:600 30px/36px Georgia,"Times New Roman",serif;margin:0 0 12px}
h2{font-size:21px;line-height:28px;margin:32px 0 8px}
form{display:flex;flex-wrap:wrap;gap:8px;align-items:end;margin:20px 0 24px}
label{flex:1 1 100%;font-weight:600}
textarea{flex:1 1 100%;min-width:0;font:inherit;color:inherit;padding:7px 10px;border:1px solid var(--ink-3);border-radius:4px}
input{flex:1 1 220px;min-width:0;font:inherit;color:inherit;padding:7px 10px;border:1px solid var(--ink-3);border-radius:4px}
button{font:inherit;font-weight:600;color:#fff;background:var(--link);border:1px solid var(--link);border-radius:4px;padding:7px 18px;cursor:pointer}
button:hover{background:var(--hover)}
.quiet{color:var(--ink-2);font-size:16px;line-height:24px}
.mails{list-style:none;margin:0;padding:0;border-top:1px solid var(--ink)}
.mails li{display:grid;gap:0 24px;padding:14px 0;border-bottom:1px solid var(--rule)}
.mails a{font-weight:600}
.mails p{margin:0}
.pages{display:flex;gap:24px;margin-top:24px}
dl{display:grid;margin:16px 0 24px;border-top:1px solid var(--rule)}
dl>div{display:grid;gap:0 24px;padding:8px 0;border-bottom:1px solid var(--rule)}
dt{color:var(--ink-2)}
dd{margin:0;min-width:0}
iframe{display:block;width:100%;height:640px;border:1px solid var(--rule);border-radius:4px;background:#fff}
pre{white-space:pre-wrap;overflow-wrap:anywhere;margin:0;padding:16px;background:var(--paper);border-radius:4px;font:15px/24px ui-monospace,Menlo,Consolas,monospace}
details{margin:16px 0;border-bottom:1px solid var(--rule);padding-bottom:16px}
summary{cursor:pointer;color:var(--link);font-weight:600}
details pre{margin-top:12px}
.files{margin:0;padding-left:20px}
@media (min-width:40em){
h1{font-size:40px;line-height:46px}
.mails li{grid-template-columns:minmax(0,1fr) auto}
.mails p:last-child{grid-column:2;grid-row:1}
dl>div{grid-template-columns:140px minmax(0,1fr)}
}
`;
