const address = new URL(location.href);
address.searchParams.delete('framed');
document.querySelector('iframe').src = address;
