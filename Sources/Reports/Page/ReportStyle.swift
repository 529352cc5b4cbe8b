/// How a report looks, on a screen and on paper.
///
/// One ground, one ink, one accent. Text has a contrast of at least 4.5 to 1 (WCAG 2.2, 1.4.3), numerals are of one width so that columns
/// line up, and nothing but a map is wider than a window of 320 pixels. On paper a table repeats its heading on each sheet.
/// There is neither `<` nor `&` in it, so that the page is XML as well.
enum ReportStyle {
  static let source: StaticString = """
    :root{color-scheme:light;--ground:#fff;--text:#1c2329;--quiet:#505b66;--rule:#cfd6dd;--faint:#e6eaee;\
    --accent:#1f4e79;--wash:#f4f6f8}
    *{box-sizing:border-box}
    html{font:100%/1.55 "Source Sans 3","Segoe UI","Helvetica Neue","Noto Sans","Liberation Sans","DejaVu Sans",sans-serif;\
    font-variant-numeric:tabular-nums lining-nums;-webkit-text-size-adjust:100%}
    body{margin:0;background:var(--ground);color:var(--text);overflow-wrap:break-word}
    header,main,footer{max-width:62rem;margin:0 auto;padding:0 1.5rem}
    header{padding-top:3rem}
    .kicker{margin:0;color:var(--quiet);font-size:.9rem;letter-spacing:.01em;overflow-wrap:anywhere}
    h1{font-size:2.1rem;line-height:1.15;font-weight:600;letter-spacing:-.015em;margin:.4rem 0 .5rem;color:var(--accent);\
    overflow-wrap:anywhere}
    .subject{font-size:1.25rem;line-height:1.3;margin:.25rem 0;overflow-wrap:anywhere}
    .question{font-size:1.15rem;margin:.5rem 0;max-width:42rem}
    .standing{color:var(--quiet);margin:.5rem 0 0;max-width:46rem}
    header::after{content:"";display:block;border-bottom:2px solid var(--accent);margin-top:1.75rem}
    h2{font-size:1.4rem;line-height:1.25;font-weight:600;letter-spacing:-.01em;margin:3rem 0 .75rem}
    h3{font-size:1.1rem;line-height:1.35;font-weight:600;margin:2.25rem 0 .5rem;padding-top:1rem;border-top:1px solid var(--rule)}
    p{margin:.5rem 0;max-width:46rem}
    .quiet{color:var(--quiet)}
    .figures{list-style:none;margin:1.25rem 0;padding:0;display:grid;grid-template-columns:repeat(auto-fill,minmax(min(17rem,100%),1fr));\
    gap:0 2.5rem}
    .figures li{border-top:1px solid var(--rule);padding:.9rem 0 1.4rem;display:flex;flex-direction:column}
    .figures p{margin:0}
    .figures .name{font-weight:600;line-height:1.3;min-height:2.6em;margin-bottom:.3rem}
    .figures .value{font-size:2.3rem;line-height:1.2;font-weight:600;letter-spacing:-.02em;color:var(--accent)}
    .figures .value small{font-size:1.05rem;font-weight:400;letter-spacing:0;color:var(--quiet)}
    .figures .before{color:var(--quiet);margin-bottom:.5rem}
    .figures .definition{font-size:.9rem;color:var(--quiet);line-height:1.45}
    .figures code{display:block;margin-top:.35rem}
    code,pre,.hash{font-family:"Source Code Pro","Noto Sans Mono","DejaVu Sans Mono",ui-monospace,monospace;font-size:.82rem;\
    overflow-wrap:anywhere}
    pre{white-space:pre-wrap;background:var(--wash);padding:.75rem 1rem;margin:.5rem 0}
    .pair{display:grid;gap:1rem 2.5rem;align-items:start}
    svg.chart{display:block;width:100%;height:auto;max-width:34rem;margin:.75rem 0;font-size:13px}
    svg text{fill:var(--text);font-family:inherit}
    svg .value{font-weight:600}
    svg .axis{stroke:#5b6670;stroke-width:1}
    svg .grid{stroke:var(--faint);stroke-width:1}
    svg .ground{fill:var(--ground)}
    svg .area{fill:#1f4e79;fill-opacity:.09}
    svg .line{fill:none;stroke:#1f4e79;stroke-width:2.25;stroke-linejoin:round}
    svg .dot{fill:#1f4e79;stroke:#fff;stroke-width:1}
    svg .s0{fill:#1f4e79}
    svg .s1{fill:#8db4d6}
    svg .s2{fill:#e7c27d}
    svg .s3{fill:#fff;stroke:#5b6670;stroke-width:1}
    svg .ink1{fill:#1f4e79}
    svg .ink2{fill:#5c3a00}
    svg .ink3{fill:#5b6670}
    svg.map{max-width:none;width:auto;font-size:12px}
    svg .m0{fill:#f4f6f8}
    svg .m1{fill:#dbe7f2}
    svg .m2{fill:#b3cfe6}
    svg .m3{fill:#82b0d6}
    svg .mp{fill:#fbe3c0;stroke:#5c3a00;stroke-width:2}
    svg .mark{font-size:12px}
    svg .strong{font-weight:700}
    .scroll{overflow-x:auto;margin:.75rem 0}
    .scroll:focus-visible,a:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
    table{border-collapse:collapse;width:100%;margin:.75rem 0 1.25rem;font-size:.92rem;line-height:1.4}
    caption{text-align:left;font-weight:600;padding:0 0 .4rem;color:var(--text)}
    th,td{text-align:left;vertical-align:top;padding:.4rem 1rem .4rem 0;border-bottom:1px solid var(--faint);font-weight:400;\
    overflow-wrap:anywhere}
    thead th{color:var(--quiet);font-size:.85rem;font-weight:600;border-bottom:1px solid var(--rule);vertical-align:bottom;overflow-wrap:break-word}
    tbody th{min-width:5.5rem}
    .rows td:not(.number):not(.id){min-width:5rem;hyphens:auto}
    td.number,th.number{text-align:right}td.number{white-space:nowrap}
    td.id,tbody .id{white-space:nowrap}
    td code,tbody th code{font-size:.78rem;color:var(--quiet)}
    .whole{white-space:nowrap}
    tr>:last-child{padding-right:0}
    .facts th{color:var(--quiet);width:13rem}
    .evidence,.exceptions{table-layout:fixed}
    .evidence th:nth-child(1),.exceptions th:nth-child(1){width:44%}
    .evidence th:nth-child(2){width:20%}
    .exceptions th:nth-child(2){width:9%}
    .exceptions th:nth-child(3){width:25%}
    .matrix{width:auto}
    .matrix thead th{white-space:nowrap}
    .matrix th,.matrix td{padding:.3rem .6rem .3rem 0}
    .matrix tbody th{min-width:12rem;max-width:20rem}
    .sign{border:1px solid var(--rule);padding:1.25rem 1.5rem;margin:1.25rem 0;break-inside:avoid}
    .measures{margin-top:1.25rem}
    .ruled div{height:2rem;border-bottom:1px solid var(--rule)}
    .sign .lines{display:grid;gap:0 2.5rem;grid-template-columns:repeat(auto-fill,minmax(min(14rem,100%),1fr))}
    .sign .lines p{border-top:1px solid #5b6670;margin:3.5rem 0 0;padding-top:.3rem;color:var(--quiet);font-size:.9rem}
    footer{margin-top:3.5rem;padding-bottom:4rem;color:var(--quiet);font-size:.9rem}
    @media (min-width:56rem){.pair{grid-template-columns:minmax(0,34rem) minmax(0,1fr)}}
    @media (max-width:40rem){header,main,footer{padding-left:1rem;padding-right:1rem}header{padding-top:1.5rem}h1{font-size:1.6rem}\
    .figures .name{min-height:0}
    table.rows thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
    table.rows tbody,table.rows tr,table.rows th,table.rows td,.facts tbody,.facts tr,.facts th,.facts td{display:block;width:auto;max-width:none}
    table.rows tr,.facts tr{border-bottom:1px solid var(--rule);padding:.5rem 0}
    table.rows th,table.rows td,.facts th,.facts td{border:0;padding:.1rem 0;text-align:left;white-space:normal}
    table.rows [data-label]::before{content:attr(data-label) ": ";color:var(--quiet)}}
    @page{size:A4;margin:18mm 16mm 20mm}
    @media print{html{font-size:9.5pt;line-height:1.45}header,main,footer{max-width:none;padding:0}header{padding-top:0}\
    h1{font-size:20pt}h2{font-size:13.5pt;margin-top:1.6rem;break-after:avoid}h3{font-size:11pt;break-after:avoid;margin-top:1.2rem}\
    .figures{grid-template-columns:repeat(3,1fr);gap:0 1.5rem}.figures li{break-inside:avoid;padding:.5rem 0 .8rem}.figures .definition{font-size:8pt}h2+p,h3+p{break-after:avoid}.figures .value{font-size:19pt}\
    .pair{grid-template-columns:1fr;gap:0}.pair,svg{break-inside:avoid}svg.chart{max-width:130mm}svg.map{max-width:100%;width:100%}\
    thead{display:table-header-group}tr{break-inside:avoid}.scroll{overflow:visible}caption{break-after:avoid}\
    *{print-color-adjust:exact;-webkit-print-color-adjust:exact}.break{break-before:page}}
    """
}
