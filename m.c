#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <zlib.h>
#include <libdeflate.h>
static double cpu(){struct timespec t;clock_gettime(CLOCK_PROCESS_CPUTIME_ID,&t);return t.tv_sec+t.tv_nsec/1e9;}
static unsigned char out[1<<20];
int main(){FILE*f=fopen("many.bin","rb");fseek(f,0,2);size_t n=ftell(f);rewind(f);unsigned char*b=malloc(n);fread(b,1,n,f);
 for(int mode=0;mode<5;mode++){
 z_stream s={0};deflateInit2(&s,mode==2?6:1,8,-15,mode==4?6:8,0); struct libdeflate_compressor*c=libdeflate_alloc_compressor(mode==3?2:1);
 double best=1e9;size_t size=0;
 for(int r=0;r<15;r++){double t=cpu();size=0;int k=0;for(size_t p=0;p<n;){unsigned l;memcpy(&l,b+p,4);p+=4;
   if(mode==1||mode==3)size+=libdeflate_deflate_compress(c,b+p,l,out,sizeof out);
   else{s.next_in=b+p;s.avail_in=l;s.next_out=out;s.avail_out=sizeof out;deflate(&s,Z_FINISH);size+=s.total_out;deflateReset(&s);}
   p+=l;k++;}t=(cpu()-t)/(k/3)*1e6;if(t<best)best=t;}
 printf("%s %6.1f us %zu\n",(char*[]){"zlib1","libdeflate1","zlib6","libdeflate2","zlib1mem6"}[mode],best,size/200);}
}
