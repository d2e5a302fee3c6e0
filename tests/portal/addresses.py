"""Every address of the portal that anybody may read, each once, and those behind the log-in."""

PUBLIC_PAGES = (
    "/",
    "/co-quan/",
    "/co-quan/?chu=s",
    "/co-quan/ten-cu/",
    "/phien-hop/",
    "/phien-hop/?nam=2026",
    "/phien-hop/?nam=2026&thang=1",
    "/phien-hop/?nam=1999&thang=2",
    "/chi-dao/",
    "/chi-dao/?tinh-trang=qua-han",
    "/chi-dao/?co-quan=xa-soc-son",
    "/tim-kiem/",
    "/tim-kiem/?q=ung+ngap",
    "/tim-kiem/?q=bach+mai",
    "/tim-kiem/?q=khong+he+co",
    "/xac-minh/",
    "/xac-minh/?ma=" + "0" * 64,
    "/du-lieu-mo/",
)
FOR_MACHINES = ("/rss.xml", "/sitemap.xml", "/sitemap-cong.xml", "/robots.txt", "/api/", "/api/bodies")
REFUSED = {
    "/xac-minh/?ma=sai": 400,
    "/khong-co/": 404,
    "/co-quan/?chu=z": 404,
    "/co-quan/?chu=abc": 404,
    "/phien-hop/?thang=1": 404,
    "/phien-hop/?nam=2026&thang=13": 404,
    "/phien-hop/?trang=9": 404,
    "/chi-dao/?co-quan=khong-co": 404,
    "/api/meetings": 404,
    "/phien-hop/2026/01/": 404,
}
